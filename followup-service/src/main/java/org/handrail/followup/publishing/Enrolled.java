package org.handrail.followup.publishing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.handrail.contract.AppointmentKind;
import org.handrail.followup.enrolment.Enrolment;
import org.jspecify.annotations.Nullable;

/** Those who are in a schedule, to be looked at. Nothing is held, and nothing of them may be stored. */
public interface Enrolled {

    /**
     * An enrolment with the rows of the steps that were asked for, and no others.
     *
     * @param zone as the contact gave it; null if unknown
     * @param kind of its appointment; null without one, or if it was not asked for
     */
    record Seen(Enrolment enrolment, @Nullable String zone, @Nullable AppointmentKind kind) {
    }

    /**
     * Which enrolments, and how much of them.
     *
     * @param scheduleId whose active enrolments
     * @param below      in versions before this one
     * @param steps      keys of the steps whose rows are wanted
     * @param repeating  whether one of them may have several rows for one time of an appointment
     * @param kinds      whether kinds of appointments are wanted
     */
    record Wanted(String scheduleId, int below, Set<String> steps, boolean repeating, boolean kinds) {
    }

    /** All of them, in no order, as of one moment; made for millions. */
    void each(Wanted wanted, Consumer<Seen> look);

    /** Some of them, in order of enrolment id, after the given one; null: from the first. */
    List<Seen> page(Wanted wanted, @Nullable UUID after, int size);

    Optional<Seen> one(Wanted wanted, UUID enrolmentId);
}
