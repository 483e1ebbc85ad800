package org.handrail.notifier.bounce;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handrail.notifier.mime.MimePart;

/** Reports by the standard: what they say of each recipient. */
final class StatusReports {

    /** Those of RFC 3464; some systems make up others. */
    private static final Set<String> NOT_FAILED = Set.of("", "delayed", "delivered", "relayed", "expanded");

    private StatusReports() {
    }

    static boolean isStatus(MimePart part) {
        return part.type().name().endsWith("delivery-status")
                || part.type().isText() && !part.type().is("text/html") && looksLikeStatus(part.text());
    }

    /** Some gateways call it plain text. */
    private static boolean looksLikeStatus(String text) {
        String lower = text.toLowerCase(Locale.ROOT).stripLeading();
        return lower.startsWith("reporting-mta:") && lower.contains("final-recipient:");
    }

    static List<Failure> read(DeliveryStatus report, String prose) {
        return report.recipients().stream().map(group -> read(group, prose)).toList();
    }

    private static Failure read(Map<String, String> group, String prose) {
        String recipient = Named.firstIn(DeliveryStatus.untyped(
                group.getOrDefault("original-recipient", "")) + " " + DeliveryStatus.untyped(
                group.getOrDefault("final-recipient", "")));
        String action = group.getOrDefault("action", "").toLowerCase(Locale.ROOT).split("[ ;(]", 2)[0].strip();
        String status = group.getOrDefault("status", "");
        boolean failed = action.equals("failed") || action.equals("failure")
                || action.isEmpty() && (status.startsWith("5") || group.containsKey("diagnostic-code"))
                || !NOT_FAILED.contains(action) && status.startsWith("5");
        if (!failed) {
            return new Failure(Kind.NOTICE, action.isEmpty() ? "text" : action.replaceAll("[^a-z-]", "-"), recipient);
        }
        String diagnostic = DeliveryStatus.untyped(group.getOrDefault("diagnostic-code",
                group.getOrDefault("x-notes", group.getOrDefault("x-supplementary-info", ""))));
        return Judging.judge(status, diagnostic, prose, recipient);
    }
}
