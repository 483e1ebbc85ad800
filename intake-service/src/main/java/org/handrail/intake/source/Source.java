package org.handrail.intake.source;

import java.util.regex.Pattern;

/** A system that may tell us things: an EHR, a booking system, a staff tool. @param name a code */
public record Source(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public Source {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a source is named by 1 to 40 lower-case letters, digits and hyphens");
        }
    }
}
