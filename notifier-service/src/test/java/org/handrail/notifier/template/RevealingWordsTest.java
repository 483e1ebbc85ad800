package org.handrail.notifier.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.handrail.notifier.template.mustache.Renderings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevealingWordsTest {

    private final Discretion discretion = Renderings.discretion();

    @ParameterizedTest
    @ValueSource(strings = {"detox", "Detoxification", "DETOX", "rehab", "in recovery", "addiction", "therapy", "psychotherapist",
        "counseling", "substance", "treatment", "buprenorphine", "Suboxone", "methadone", "LCSW", "insurance", "you missed it",
        "no-show", "desintoxicación", "adicción", "terapia", "consejería", "tratamiento", "recuperación", "metadona",
        "no asistió", "faltó", "seguro médico", "sobredosis", "your IOP group", "MAT", "opioid use disorder",
        "twelve-step", "A.A. meeting", "doce pasos", "LICSW", "clonidine", "copago", "fentanilo", "no acudió", "narcotics"})
    void findsWhatReveals(String words) {
        assertThat(discretion.reveals("About your " + words + " today")).isTrue();
        assertThat(discretion.reveals(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dеtox", "ԁetох", "dеtοх", "ＤＥＴＯＸ", "𝐝𝐞𝐭𝐨𝐱", "det\u00ADox", "de\u200Btox", "d\u0308etox",
        "d e t o x", "d.e.t.o.x", "D-E-T-O-X", "détox", "ⓓⓔⓣⓞⓧ", "det\u2060ox", "reh\uFEFFab", "no  asistió", "d\uFE0Fetox"})
    void isNotTakenInByDisguise(String word) {
        assertThat(discretion.reveals("see you " + word + " soon")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"frontdesk@sunrisedetox.example", "https://recovery.example.org/s/", "https://example.org/rehab",
        "therapy-times.ics", "x@addictioncenter.example", "besttreatment.example"})
    void looksIntoHostsPathsAndFileNames(String text) {
        assertThat(discretion.reveals(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Your appointment on Tuesday", "Format and material", "Su cita del martes", "segura y seguro que sí",
        "audio", "matter", "a sudden change", "drugstore", "Hello, I am here", "We recorded it", "Recordatorio", "recepción"})
    void leavesOtherWordsAlone(String text) {
        assertThat(discretion.reveals(text)).isFalse();
    }

    @Test
    void namesThePlaceAndTheEntry() {
        assertThatIllegalStateException()
                .isThrownBy(() -> discretion.require("HANDRAIL_MAIL_FROM", "Recovery Desk"))
                .withMessageContaining("HANDRAIL_MAIL_FROM").withMessageContaining("*recover*");
    }

    @Test
    void findsEveryEntryOfAListWhereverItStands() {
        List<String> entries = List.of("abc", "bc*", "*cab*", "a b c", "abcab*");
        RevealingWords words = new RevealingWords(entries);

        assertThat(words.findIn("x abc y")).isPresent();
        assertThat(words.findIn("bcd")).hasValue("bc*");
        assertThat(words.findIn("xcaby")).hasValue("*cab*");
        assertThat(words.findIn("abca")).isEmpty();
        assertThat(words.findIn("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            Alex,Alex
            '  José  Luis ',José Luis
            O'Brien,O'Brien
            李小龍,李小龍
            Rehab,-
            Mat,-
            www.evil.example,-
            evil.example,-
            http://evil.example,-
            call 555 0100,-
            <b>Alex</b>,-
            {{siteName}},-
            .,-
            '',-
            """)
    void greetsOnlyWithNames(String given, String greeted) {
        assertThat(discretion.nameForGreeting(given)).isEqualTo(java.util.Optional.ofNullable(greeted));
    }
}
