package org.handrail.notifier.delivery.metrics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.notifier.delivery.Mailer.SendOutcome;

/** Codes cut down to their class, so that no server can fill the metrics with codes of its own. */
final class CodeClass {

    private static final Pattern ENHANCED = Pattern.compile("([245]\\.[0-7])\\.\\d{1,3}");
    private static final Pattern REPLY = Pattern.compile("[245]\\d\\d");

    private CodeClass() {
    }

    static String of(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Refused refused) {
            return of(refused.code());
        }
        if (outcome instanceof SendOutcome.TryLater later) {
            return of(later.code());
        }
        return "none";
    }

    static String of(String code) {
        Matcher enhanced = ENHANCED.matcher(code);
        if (enhanced.matches()) {
            return enhanced.group(1);
        }
        return REPLY.matcher(code).matches() ? code.charAt(0) + "xx" : "other";
    }
}
