package org.handrail.notifier.editing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imaginary readers, with what makes messages look odd. */
public enum SamplePerson {

    NAMED("Alex, in the site's time zone", "Alex"),
    UNNAMED("Somebody whose name is not known", null),
    ELSEWHERE("Jordan, in another time zone", "Jordan"),
    ACCENTED("José Ángel, a name with accents", "José Ángel"),
    RIGHT_TO_LEFT("A name written from right to left", "\u0645\u062d\u0645\u062f"),
    CHINESE("A name in Chinese characters", "\u674e\u5c0f\u9f8d"),
    LONG("The longest name that is greeted", "Maximilian Wolfeschlegelstein-Hausenberg"),
    TOO_LONG("A name too long for a greeting, which is left out", "Wolfeschlegelsteinhausenbergerdorff".repeat(3)),
    EMOJI("Somebody who typed an emoji for a name", "\ud83d\ude00"),
    MARKUP("Somebody who typed markup for a name", "<b>Alex</b>{{date}}"),
    CLOCK_CHANGE("Alex, at an hour that the clocks go through twice", "Alex"),
    WITHOUT_APPOINTMENT("Alex, without an appointment", "Alex");

    private final String words;
    private final @Nullable String givenName;

    SamplePerson(String words, @Nullable String givenName) {
        this.words = words;
        this.givenName = givenName;
    }

    /** For the editor. */
    public String words() {
        return words;
    }

    public @Nullable String givenName() {
        return givenName;
    }

    public boolean hasAppointment() {
        return this != WITHOUT_APPOINTMENT;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SamplePerson> of(@Nullable String id) {
        return Arrays.stream(values()).filter(person -> person.id().equals(id)).findFirst();
    }
}
