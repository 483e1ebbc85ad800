package org.handrail.notifier.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers of servers in their own words, retyped: what they mean without any code that tells. */
class JudgingTest {

    @Test
    void nobodyIsThere() {
        for (String answer : """
                550 Command RCPT User <rowan.ash@destination.example> not OK
                550 User not a member of domain: <rowan.ash@destination.example>
                550-"The recipient cannot be verified. Please check all recipients of this message."
                550 rowan.ash@destination.example:user not exist
                550 permanent failure for one or more recipients (rowan.ash@destination.example:550 cuda_nsu)
                550 this address is not in use
                550 mail to rowan.ash@destination.example rejected: user not in directory
                550 unknown or deleted account
                550 unrouteable mail domain "destination.example"
                550 The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.
                DNS Error: Domain name not found""".split("\n")) {
            assertThat(kind(answer)).as(answer).isEqualTo(Kind.HARD);
        }
    }

    @Test
    void ourselvesAreMeant() {
        for (String answer : """
                550 unknown user in From header
                550 Invalid HELO: unknown host
                550 The sender cannot be verified
                550 no such user in the sender domain
                550 You may be blacklisted: unknown user of our relay""".split("\n")) {
            assertThat(kind(answer)).as(answer).isEqualTo(Kind.OURS);
        }
    }

    @Test
    void ourselvesAreMeantBeforeAnyRecipientIsNamed() {
        String prose = "rowan.ash@destination.example\n    SMTP error from remote mail server after %s:\n    ";
        String answer = "553 5.1.0 desk clinic.example does not exist";

        assertThat(Judging.judge("", answer, prose.formatted("MAIL FROM:<desk@clinic.example> SIZE=1024") + answer, "")
                .kind()).isEqualTo(Kind.OURS);
        assertThat(Judging.judge("", answer, prose.formatted("RCPT TO:<rowan.ash@destination.example>") + answer, "")
                .kind()).isEqualTo(Kind.HARD);
    }

    @Test
    void itMayPass() {
        for (String answer : """
                450 user not in directory
                550 account not in use, mailbox full
                451 The recipient cannot be verified at the moment
                550 DNS error: timed out
                550 Mailbox not found or inactivated""".split("\n")) {
            assertThat(kind(answer)).as(answer).isEqualTo(Kind.SOFT);
        }
    }

    private static Kind kind(String answer) {
        Kind judged = Judging.judge("", answer, "", "").kind();
        return judged == Kind.UNCLEAR ? Wording.meaning(answer).or(() -> Optional.of(judged)).orElseThrow() : judged;
    }
}
