package org.handrail.followup.publishing;

import org.handrail.followup.enrolment.ChangingVersions.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of those who are enrolled already.
 *
 * @param step    key of a step, for {@link Mode#MOVE_BEFORE} alone
 * @param repeats what becomes of mail that has gone under the key of a step that is no longer there
 */
public record Choice(Mode mode, @Nullable String step, Repeats repeats) {

    public enum Mode {
        /** They stay with the version that they are in; only who comes later goes by the new one. */
        KEEP,
        /** Everybody goes by the new version from now on. */
        MOVE,
        /** Only those for whom the step is still ahead. */
        MOVE_BEFORE
    }

    public enum Repeats { SKIP, SEND }

    public static final Choice KEEP = new Choice(Mode.KEEP, null, Repeats.SKIP);
    public static final Choice MOVE = new Choice(Mode.MOVE, null, Repeats.SKIP);

    public static Choice moveBefore(String step) {
        return new Choice(Mode.MOVE_BEFORE, step, Repeats.SKIP);
    }

    Terms terms() {
        return new Terms(mode == Mode.MOVE_BEFORE ? step : null, repeats == Repeats.SEND);
    }
}
