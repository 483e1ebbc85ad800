package org.handrail.intake.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({"sam@example.org,sam@example.org", "' Sam.O+tag@Example.ORG ',Sam.O+tag@example.org",
        "o'brien@mail.example.co.uk,o'brien@mail.example.co.uk", "a@b.io,a@b.io",
        "sam@bücher.example,sam@xn--bcher-kva.example", "x!#$%&*+/=?^_`{|}~-@example.org,x!#$%&*+/=?^_`{|}~-@example.org"})
    void reads(String text, String address) {
        assertThat(EmailAddress.read(text, false).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "@b.co", "a b@c.de", "a@b", "a@b..co", ".a@b.co", "a.@b.co", "a..b@c.de",
        "a@b@c.de", "\"a\"@b.co", "a@[127.0.0.1]", "a@127.0.0.1", "a@-b.co", "a@b-.co", "a@b.co.", "a@b_c.de", "a,b@c.de",
        "a@b.co\r\nBcc: x@y.zz", "a\u0000@b.co", "<a@b.co>", "a@b.co>", "a(c)@b.co", "zoë@b.co", "a\u202e@b.co",
        "a;b@c.de", "a@b.c\u043e\u043c\u0000", "mailto:a@b.co", "a\\@b.co"})
    void refuses(String text) {
        assertThatThrownBy(() -> EmailAddress.read(text, false)).isInstanceOf(InvalidDetailException.class);
    }

    @Test
    void takesOtherAlphabetsWhereAllowed() {
        assertThat(EmailAddress.read("zoë@example.org", true).value()).isEqualTo("zoë@example.org");
        assertThatThrownBy(() -> EmailAddress.read("zo\u0007ë@example.org", true))
                .isInstanceOf(InvalidDetailException.class);
    }

    @Test
    void keepsToTheLengthsOfRfc5321() {
        String domain = ("a".repeat(61) + ".").repeat(3) + "example";
        assertThat(EmailAddress.read("a".repeat(60) + "@example.org", false)).isNotNull();
        assertThat(EmailAddress.read("a".repeat(64) + "@example.org", false)).isNotNull();
        assertThatThrownBy(() -> EmailAddress.read("a".repeat(65) + "@example.org", false)).hasMessageContaining("64");
        assertThat(EmailAddress.read("a".repeat(60) + "@" + domain, false).value()).hasSize(254);
        assertThatThrownBy(() -> EmailAddress.read("a".repeat(61) + "@" + domain, false)).hasMessageContaining("254");
    }

    @Property
    void neverHoldsWhatCouldChangeAHeader(@ForAll @StringLength(max = 80) String text, @ForAll boolean international) {
        for (String candidate : new String[] {text, text + "@example.org", "a@" + text, "a" + text + "@b" + text + ".co"}) {
            try {
                String address = EmailAddress.read(candidate, international).value();
                assertThat(address).doesNotContainPattern("[\\p{Cntrl}\\s<>,;:\"()\\\\\\[\\]]");
                assertThat(address.substring(0, address.lastIndexOf('@')).getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(64);
                assertThat(address.chars().filter(c -> c == '@')).hasSize(1);
                assertThat(EmailAddress.read(address, international).value()).isEqualTo(address);
            } catch (InvalidDetailException refused) {
                assertThat(refused.rule()).startsWith("must ");
            }
        }
    }
}
