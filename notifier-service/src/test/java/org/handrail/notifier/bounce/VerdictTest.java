package org.handrail.notifier.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void tellsAuthenticationFromPolicy() {
        assertThat(meaning("5.7.26", "550 5.7.26 DMARC policy")).isEqualTo(Verdict.Meaning.AUTHENTICATION);
        assertThat(meaning("5.0.0", "550 SPF check failed")).isEqualTo(Verdict.Meaning.AUTHENTICATION);
        assertThat(meaning("5.7.1", "550 5.7.1 rejected as spam")).isEqualTo(Verdict.Meaning.POLICY);
        assertThat(meaning("5.1.1", "550 5.1.1 user unknown")).isEqualTo(Verdict.Meaning.HARD);
    }

    @Test
    void comparesTheRecipientWithTheMailThatCameBack() {
        assertThat(recipient("rowan@destination.example")).isEqualTo(Verdict.Recipient.MATCHED);
        assertThat(recipient("somebody@else.example")).isEqualTo(Verdict.Recipient.OTHER);
        assertThat(Verdict.of(Reports.bounce("a@b.example", "rowan@destination.example", "5.1.1", "550")).recipient())
                .isEqualTo(Verdict.Recipient.NAMED);
    }

    private static Verdict.Meaning meaning(String status, String diagnostic) {
        return Verdict.of(Reports.bounce("a@b.example", "rowan@destination.example", status, diagnostic)).meaning();
    }

    private static Verdict.Recipient recipient(String failed) {
        String report = """
                From: MAILER-DAEMON@mx.example
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: text/rfc822-headers

                To: Rowan <rowan@destination.example>
                --b--
                """.formatted(failed);
        return Verdict.of(report.getBytes(StandardCharsets.UTF_8)).recipient();
    }
}
