package org.handrail.intake.client;

import java.util.regex.Pattern;

/** A number in E.164. */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new InvalidDetailException("must be a phone number such as 202-555-0143");
        }
    }

    /** Never the number: it must not reach a log. */
    @Override
    public String toString() {
        return "PhoneNumber[]";
    }
}
