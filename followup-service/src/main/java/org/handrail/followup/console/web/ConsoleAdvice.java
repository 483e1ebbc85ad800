package org.handrail.followup.console.web;

import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.staff.StaffRole;
import org.handrail.followup.staff.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's frame shows. */
@ControllerAdvice(annotations = Controller.class)
class ConsoleAdvice {

    @ModelAttribute("me")
    @Nullable SignedIn me(@AuthenticationPrincipal(errorOnInvalidType = false) @Nullable SignedIn me) {
        return me;
    }

    @ModelAttribute("shows")
    QueueChoice.Show[] shows() {
        return QueueChoice.Show.values();
    }

    @ModelAttribute("kinds")
    TaskKind[] kinds() {
        return TaskKind.values();
    }

    @ModelAttribute("roles")
    StaffRole[] roles() {
        return StaffRole.values();
    }
}
