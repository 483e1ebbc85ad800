package org.handrail.followup.publishing.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Revisions of drafts as entity tags (RFC 9110, 8.8.3). */
final class Revisions {

    /** A proxy that compresses turns tags into weak ones; a revision is as exact with that mark as without. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private Revisions() {
    }

    static String tag(int revision) {
        return "\"" + revision + "\"";
    }

    /** The one that the caller has seen. {@code *} names none: it would pass over what somebody else wrote. */
    static int seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new Problem(428, "revision-needed", "The revision is needed",
                    "If-Match must carry the ETag with which the draft was read.");
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.invalid("If-Match", "must be the ETag of the draft");
        }
        return Integer.parseInt(tag.group(1));
    }
}
