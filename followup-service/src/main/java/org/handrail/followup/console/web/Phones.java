package org.handrail.followup.console.web;

/** Phone numbers as people write them. */
final class Phones {

    private Phones() {
    }

    /** {@code (503) 555-0142} for the North American plan, else as stored. */
    static String readable(String e164) {
        return e164.matches("\\+1\\d{10}")
                ? "(%s) %s-%s".formatted(e164.substring(2, 5), e164.substring(5, 8), e164.substring(8)) : e164;
    }
}
