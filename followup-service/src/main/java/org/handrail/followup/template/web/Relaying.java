package org.handrail.followup.template.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.handrail.followup.template.DeskAway;
import org.handrail.followup.template.Refused;
import org.handrail.platform.problem.FieldFault;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What the desk refuses, as a problem of this API: the same kind, the same members. */
final class Relaying {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);
    private static final Set<String> OWN =
            Set.of("type", "title", "status", "detail", "instance", "errors", "requestId");

    private Relaying() {
    }

    static <T> T answer(Supplier<T> call) {
        try {
            return call.get();
        } catch (Refused e) {
            throw problem(e);
        } catch (DeskAway e) {
            throw Problem.unavailable(TRY_AGAIN);
        }
    }

    private static Problem problem(Refused refused) {
        Problem problem = new Problem(refused.status(), refused.code(),
                text(refused, "title", "Refused"), text(refused, "detail", "Nothing was changed."))
                .at(faults(refused.problem().get("errors")));
        for (Map.Entry<String, Object> member : refused.problem().entrySet()) {
            problem = OWN.contains(member.getKey()) ? problem : problem.with(member.getKey(), member.getValue());
        }
        return refused.status() == 429 ? problem.retryAfter(Duration.ofMinutes(10)) : problem;
    }

    private static String text(Refused refused, String member, String otherwise) {
        return refused.problem().get(member) instanceof String text ? text : otherwise;
    }

    /** @param errors {@code [{"field", "message"}]} */
    static List<FieldFault> faults(@Nullable Object errors) {
        List<FieldFault> faults = new ArrayList<>();
        if (errors instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> fault) {
                    faults.add(new FieldFault(
                            String.valueOf(fault.get("field")), String.valueOf(fault.get("message"))));
                }
            }
        }
        return faults;
    }
}
