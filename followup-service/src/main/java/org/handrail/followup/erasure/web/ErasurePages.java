package org.handrail.followup.erasure.web;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.followup.erasure.ErasingPeople;
import org.handrail.followup.erasure.ErasureLine.Answer;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.platform.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says what would go and what stays, has the admin type a word, and erases. */
@Controller
class ErasurePages {

    /** To be typed: a button alone is pressed by mistake. */
    private static final String WORD = "ERASE";

    private final ErasingPeople erasing;

    ErasurePages(ErasingPeople erasing) {
        this.erasing = erasing;
    }

    record Erased(UUID clientId, Instant erasedAt) {
    }

    @GetMapping("/admin/clients/{id}/erase")
    String ask(@PathVariable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("word", WORD);
        return "erase";
    }

    @PostMapping("/admin/clients/{id}/erase")
    String erase(@PathVariable UUID id, @RequestParam(defaultValue = "") String word,
            @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
        if (!word.strip().equalsIgnoreCase(WORD)) {
            return back(redirect, id, "refused", "erase.not-confirmed");
        }
        Answer answer = erasing.erase(id, me.account());
        if (answer instanceof Answer.Erased) {
            return back(redirect, id, "said", "erase.done");
        }
        return back(redirect, id, "refused",
                answer instanceof Answer.NobodyThere ? "erase.nobody" : "erase.not-reached");
    }

    @ResponseBody
    @PostMapping(path = "/api/v1/clients/{id}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
    Erased erase(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
        Answer answer = erasing.erase(id, me.account());
        if (answer instanceof Answer.Erased erased) {
            return new Erased(id, erased.at());
        }
        throw answer instanceof Answer.NobodyThere ? Problem.notFound("There is no such person.")
                : Problem.unavailable(Duration.ofSeconds(10));
    }

    private static String back(RedirectAttributes redirect, UUID id, String kind, String message) {
        redirect.addFlashAttribute(kind, message);
        return "redirect:/admin/clients/" + id + "/erase";
    }
}
