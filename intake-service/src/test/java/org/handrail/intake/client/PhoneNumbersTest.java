package org.handrail.intake.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.handrail.intake.client.phone.LibPhoneNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    private final PhoneNumbers numbers = new LibPhoneNumbers("US");

    @ParameterizedTest
    @CsvSource({"202-555-0143,+12025550143", "(202) 555 0143,+12025550143", "+1 202.555.0143,+12025550143",
        "1-202-555-0143,+12025550143", "+44 20 7946 0958,+442079460958", "011 44 20 7946 0958,+442079460958",
        "202-555-0143 ext. 5,+12025550143", "+52 55 1234 5678,+525512345678"})
    void reads(String text, String e164) {
        assertThat(numbers.read(text).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "911", "555-0143", "abc", "+", "+999 1", "202-555-01433333333333",
        "202-555-0143\r\n", "\u0000"})
    void refuses(String text) {
        assertThatThrownBy(() -> numbers.read(text)).isInstanceOf(InvalidDetailException.class);
    }

    @Test
    void refusesARegionThatIsNone() {
        assertThatThrownBy(() -> new LibPhoneNumbers("USA")).hasMessageContaining("HANDRAIL_PHONE_REGION");
    }

    @Property
    void readsTheSameNumberHoweverItIsWritten(
            @ForAll @IntRange(min = 200, max = 999) int area, @ForAll @IntRange(min = 2_000_000, max = 9_999_999) int rest) {
        String e164 = "+1" + area + rest;
        String local = Integer.toString(rest);
        assertThat(numbers.read("(" + area + ") " + local.substring(0, 3) + "-" + local.substring(3)).e164())
                .isEqualTo(e164);
        assertThat(numbers.read(e164).e164()).isEqualTo(e164);
    }

    @Property
    void givesE164OrRefuses(@ForAll @StringLength(max = 70) String text) {
        try {
            assertThat(numbers.read(text).e164()).matches("\\+[1-9][0-9]{1,14}");
        } catch (InvalidDetailException refused) {
            assertThat(refused.rule()).isNotEmpty();
        }
    }
}
