package org.handrail.followup.console.web;

import java.util.UUID;
import org.handrail.followup.console.ReadingBack;
import org.handrail.followup.staff.web.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The button beside an address that nobody confirmed yet. */
@Controller
class ReadBackPages {

    private final ReadingBack reading;

    ReadBackPages(ReadingBack reading) {
        this.reading = reading;
    }

    @PostMapping("/clients/{id}/read-back")
    String readBack(@PathVariable UUID id, @RequestParam int addressVersion, @AuthenticationPrincipal SignedIn me,
            RedirectAttributes redirect) {
        boolean heard = reading.heard(id, addressVersion, me.account());
        redirect.addFlashAttribute(heard ? "said" : "refused", heard ? "client.read-back.done" : "client.read-back.changed");
        return "redirect:/clients/" + id;
    }
}
