package org.handrail.followup.schedule;

import java.util.Set;
import org.handrail.contract.AppointmentKind;

/**
 * The fact that a schedule's offsets count from.
 *
 * @param kinds for facts about appointments: which kinds; never empty there, always empty elsewhere
 */
public record Anchor(AnchorEvent event, Set<AppointmentKind> kinds) {

    public Anchor {
        kinds = Set.copyOf(kinds);
    }

    public boolean matches(AnchorEvent other, AppointmentKind kind) {
        return event == other && kinds.contains(kind);
    }
}
