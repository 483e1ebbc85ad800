package org.handrail.contract;

import java.util.regex.Pattern;

/** Checks shared by the compact constructors. Messages name the field, never its value. */
public final class Checks {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,99}");

    private Checks() {
    }

    /** A code: up to 100 letters, digits and {@code . _ : / + -}; never free text. */
    public static void code(String field, String value) {
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " must be a code of 1 to 100 letters, digits and . _ : / + -");
        }
    }

    public static void positive(String field, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + " must be 1 or more");
        }
    }

    public static void atMost(String field, String value, int length) {
        if (value.length() > length) {
            throw new IllegalArgumentException(field + " must have at most " + length + " characters");
        }
    }
}
