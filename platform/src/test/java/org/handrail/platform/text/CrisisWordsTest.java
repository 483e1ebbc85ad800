package org.handrail.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrisisWordsTest {

    private static final CrisisWords words = CrisisWords.shipped();

    @ParameterizedTest
    @ValueSource(strings = {"I want to die", "im SUICIDAL", "I don\u2019t want to live any more", "thinking of ending my life.",
        "he overdosed last night", "She is not breathing!", "kill-myself", "i cant go on", "Quiero morirme",
        "no quiero vivir más", "pienso en el suicidio", "tuvo una sobredosis", "quitarme   la vida", "No respira"})
    void finds(String text) {
        assertThat(words.foundIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I would like an appointment next week", "Do you have times on Monday?",
        "My diet is fine", "Quiero una cita", "my brother needs help", "¿Cuánto cuesta?", "Is it far to you? 5 kilometres"})
    void leavesAlone(String text) {
        assertThat(words.foundIn(text)).isFalse();
    }
}
