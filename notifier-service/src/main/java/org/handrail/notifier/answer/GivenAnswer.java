package org.handrail.notifier.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.consents.AppointmentAnswered.Answer;

/** The answer that stands. */
public record GivenAnswer(UUID answerId, Answer answer, Instant at) {

    /** How long an answer can be taken back without giving another; staff act on it afterwards. */
    public static final Duration UNDO = Duration.ofMinutes(30);

    /** Exclusive. */
    public Instant undoUntil() {
        return at.plus(UNDO);
    }

    public boolean canBeUndone(Instant now) {
        return now.isBefore(undoUntil());
    }
}
