package org.handrail.followup.merge.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.merge.LikelySame;
import org.handrail.followup.merge.MergeLine;
import org.handrail.followup.merge.MergingPeople;
import org.handrail.followup.staff.web.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows who may be the same person, and merges this record into theirs. */
@Controller
class MergePages {

    private final LikelySame likely;
    private final MergingPeople merging;
    private final AuditTrail audit;
    private final Clock clock;

    MergePages(LikelySame likely, MergingPeople merging, AuditTrail audit, Clock clock) {
        this.likely = likely;
        this.merging = merging;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/same")
    String same(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Model model) {
        List<LikelySame.Other> others = likely.as(id);
        audit.recordListed(me.account(), others.stream().map(LikelySame.Other::clientId).toList(), clock.instant());
        model.addAttribute("id", id);
        model.addAttribute("others", others);
        return "same";
    }

    @PostMapping("/clients/{id}/merge")
    String merge(@PathVariable UUID id, @RequestParam UUID into, @AuthenticationPrincipal SignedIn me,
            RedirectAttributes redirect) {
        MergeLine.Answer answer = merging.merge(id, into, me.account());
        redirect.addFlashAttribute(answer == MergeLine.Answer.MERGED ? "said" : "refused", "merge." + code(answer));
        return answer == MergeLine.Answer.MERGED ? "redirect:/clients/" + into + "/same"
                : "redirect:/clients/" + id + "/same";
    }

    private static String code(MergeLine.Answer answer) {
        return switch (answer) {
            case MERGED -> "done";
            case NOBODY_THERE -> "nobody";
            case HAS_BOOKINGS -> "has-bookings";
            case NOT_REACHED -> "not-reached";
        };
    }
}
