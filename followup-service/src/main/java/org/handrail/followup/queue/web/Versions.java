package org.handrail.followup.queue.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags (RFC 9110, 8.8.3). */
final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Versions() {
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** @return null when any version will do */
    static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.invalid("If-Match", "must be the ETag of the task");
        }
        return Integer.valueOf(tag.group(1));
    }
}
