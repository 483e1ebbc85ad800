package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.dkim.SigningKeys;
import org.handrail.notifier.dkim.SigningWith;
import org.handrail.notifier.dkim.Verifying;
import org.handrail.notifier.template.RenderedMail;
import org.junit.jupiter.api.Test;

/** What the server took, dots undone as it does, is what was signed. */
class SignedOnTheWireTest {

    @Test
    void isBelievedAfterTheDialogue() throws Exception {
        SigningKeys keys = SigningWith.both();
        try (ScriptedSmtpServer server = new ScriptedSmtpServer();
                AngusMailer mailer = Mailers.signing(server.url("?connections=1"), SigningWith.signer(keys))) {
            for (String text : new String[] {".\n..\n.dot\n", "\n\n\n", "a  b \t\n.\n\ufffd", "", "x".repeat(5_000)}) {
                assertThat(mailer.send(mail(text))).isEqualTo(new SendOutcome.Accepted());
            }

            assertThat(server.taken).hasSize(5).allSatisfy(taken -> assertThat(Verifying.believed(
                    taken.content().getBytes(StandardCharsets.ISO_8859_1), keys))
                    .containsExactlyInAnyOrder("rsa", "ed25519"));
        }
    }

    /** RFC 8616: in a message for SMTPUTF8 headers are UTF-8, and signed as such. */
    @Test
    void isBelievedWithAnAddressBeyondAscii() throws Exception {
        SigningKeys keys = SigningWith.both();
        MessageComposer composer = new MessageComposer(Mailers.SENDER, SigningWith.signer(keys));

        byte[] content = composer.compose(mail("Hello"), Recipient.parse("a\u00f1\u0430@client.example").orElseThrow())
                .content();

        assertThat(new String(content, StandardCharsets.UTF_8)).contains("To: <a\u00f1\u0430@client.example>\r\n");
        assertThat(Verifying.believed(content, keys)).containsExactlyInAnyOrder("rsa", "ed25519");
    }

    private static RenderedMail mail(String text) {
        return new RenderedMail(UUID.randomUUID(), "alex@client.example", "0".repeat(52), "en", "Hello", text, text,
                "https://messages.example.org/u/x", Clock.systemUTC().instant());
    }
}
