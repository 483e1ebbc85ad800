package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.handrail.notifier.template.mustache.Renderings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

    @Test
    void returnsToTheDomainOfTheSenderUnlessToldOtherwise() {
        assertThat(Sender.parse("Front Desk <a@example.org>", "", "").returnPathFor("t")).isEqualTo("t@example.org");
        assertThat(Sender.parse("a@example.org", null, "b.example").returnPathFor("t")).isEqualTo("t@b.example");
        assertThat(Sender.parse("a@example.org", null, "in@b.example").returnPathFor("t")).isEqualTo("in+t@b.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Front Desk", "a@example.org, b@example.org", "a@exa mple.org", "x <a@example.org>\r\nBcc: b@c.example",
        "group: a@example.org;", "a@", "<>"})
    void takesOneAddressOnly(String from) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sender.parse(from, null, null))
                .withMessageStartingWith("HANDRAIL_MAIL_FROM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "@x.example", "much-too-long-a-mailbox@x.example", "x.example>"})
    void takesOnlyAReturnPathThatATokenFitsInto(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sender.parse("a@example.org", null, path))
                .withMessageStartingWith("HANDRAIL_MAIL_RETURN_PATH");
    }

    @ParameterizedTest
    @CsvSource({
        "Recovery Team <a@example.org>, '', '', HANDRAIL_MAIL_FROM",
        "Front Desk <a@sunrisedetox.example>, '', '', HANDRAIL_MAIL_FROM",
        "Front Desk <a@example.org>, intake@rehab.example, '', HANDRAIL_MAIL_REPLY_TO",
        "Front Desk <a@example.org>, '', therapy.example, HANDRAIL_MAIL_RETURN_PATH"})
    void stopsTheStartWhenTheSenderWouldReveal(String from, String replyTo, String path, String setting) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SmtpConfiguration().mailSender(from, replyTo, path, Renderings.discretion()))
                .withMessageStartingWith(setting);
    }
}
