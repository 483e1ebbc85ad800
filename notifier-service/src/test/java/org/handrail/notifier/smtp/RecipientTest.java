package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.handrail.contract.Language;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "first.last+tag@sub.example.org", "o'brien@example.org", "double..dot@docomo.example",
        "\"john doe\"@example.org", "x@[192.0.2.1]", "ana@correo.ejemplo.example"})
    void takesAddressesThatPeopleHave(String address) {
        assertThat(Recipient.parse(address)).hasValue(new Recipient(address, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "@b.example", "a@", "a b@c.example", "a@b.example\r\nDATA", "a@b.example> SIZE=1", "a\n@b.example",
        "<a@b.example>", "a@b .example", "a@b,c@d.example", "a@-b..example-", "\"a\r\n\"@b.example",
        "a123456789a123456789a123456789a123456789a123456789a123456789a1234@b.example"})
    void refusesWhatCouldNotStandInACommand(String address) {
        assertThat(Recipient.parse(address)).isEmpty();
    }

    @Test
    void writesAnInternationalDomainInAscii() {
        assertThat(Recipient.parse("ana@ñandú.example")).hasValue(new Recipient("ana@xn--and-6ma2c.example", false));
    }

    @Test
    void sendsAnInternationalMailboxOnlyWhereTheServerTakesIt() throws IOException {
        RenderedMail plain = Reminders.rendering().render(Reminders.reminder("follow-up-check-in", Language.ES, null));
        RenderedMail mail = new RenderedMail(plain.deliveryId(), "añа@client.example", plain.returnPathToken(), "es",
                plain.subject(), plain.text(), plain.html(), plain.unsubscribeUrl(), plain.date());
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(); AngusMailer mailer = Mailers.to(server.url(""))) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Refused("5.6.7", false, false));
            mailer.close();
        }
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            server.extensions = List.of("SMTPUTF8", "8BITMIME", "PIPELINING");
            try (AngusMailer mailer = Mailers.to(server.url(""))) {
                assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Accepted());
            }
            assertThat(server.taken).singleElement().satisfies(taken -> {
                assertThat(taken.mail()).endsWith(" SMTPUTF8 BODY=8BITMIME");
                assertThat(taken.rcpt()).isEqualTo("RCPT TO:<añа@client.example>");
            });
        }
    }
}
