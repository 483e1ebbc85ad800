package org.handrail.notifier.template.mustache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplateTest {

    private static final String HEAD = "subject: Hello\npreheader: There\n\n";

    @ParameterizedTest
    @ValueSource(strings = {"{{unknown}}", "{{#date}}x{{/date}}", "{{^siteName}}x{{/siteName}}", "{{>foot}}", "{{<foot}}{{/foot}}",
        "{{givenName", "{{#givenName}}x", "{{a.b}}", "{{.}}", "{{{unknown}}}", "{{&unknown}}", "* Date {{date}}",
        "{{#givenName}}{{unknown}}{{/givenName}}", "[Go]({{evilUrl}})"})
    void stopsTheStartAtWhatATemplateMustNotHold(String body) {
        assertThatThrownBy(() -> MailTemplate.parse("mail/en/x.mail", HEAD + "First.\n\n" + body))
                .isInstanceOf(UnusableTemplate.class).hasMessageStartingWith("mail/en/x.mail block 2: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello", "subject: x\n\nbody", "preheader: x\nsubject: y\n\nbody", "subject: x\npreheader: y"})
    void asksForASubjectAndAPreheader(String source) {
        assertThatThrownBy(() -> MailTemplate.parse("mail/en/x.mail", source)).isInstanceOf(UnusableTemplate.class);
    }

    @Test
    void readsNoTemplateInAValue() {
        Phrase phrase = new Phrase(Place.strict("here"), "Hi {{siteName}}!");

        assertThat(phrase.render(Map.of("siteName", "{{date}}"))).isEqualTo("Hi {{date}}!");
    }
}
