package org.handrail.followup.publishing.web;

import org.handrail.followup.enrolment.ChangingVersions.Effect;
import org.handrail.followup.publishing.Previewing.Person;

/** Whom to list: those whom an effect meets, or nothing. */
enum Meets {

    MOVES, ADDED, DROPPED, REPEATS, LATE_GOES, LATE_FALLS, CHANGED, NOT_MEANT, ALREADY_DONE,
    /** They stay with their version. */
    STAYS,
    /** They come under the new version, and no step of theirs changes. */
    UNCHANGED,
    EVERYBODY;

    boolean meets(Person person) {
        return switch (this) {
            case EVERYBODY -> true;
            case STAYS -> person.stays() != null;
            case UNCHANGED -> person.stays() == null
                    && person.changes().stream().allMatch(change -> change.after() == null);
            default -> person.changes().stream().anyMatch(change -> change.effect() == Effect.valueOf(name()));
        };
    }
}
