package org.handrail.intake.inquiry.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.platform.json.PlainText;
import org.springframework.util.MultiValueMap;

/** What somebody typed into the form, as it goes back onto the page when something is to be corrected. */
record FormValues(Map<String, String> values) {

    static final List<String> FIELDS = List.of("relationship", "givenName", "familyName", "phone", "email",
            "preferredContact", "message", "emailRequest", "emailReminders", "site", "token", "website");

    private static final int LONGEST = 20_000;

    static FormValues empty(String token, String site) {
        return new FormValues(Map.of("token", token, "site", site));
    }

    /** Unknown fields are left out, and so is what cannot be stored. */
    static FormValues of(MultiValueMap<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = form.getFirst(field);
            if (value != null && value.length() <= LONGEST) {
                values.put(field, PlainText.brokenRule(value).isEmpty() ? value : storable(value));
            }
        }
        return new FormValues(values);
    }

    private static String storable(String value) {
        return value.codePoints().filter(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    String get(String field) {
        return values.getOrDefault(field, "");
    }

    boolean ticked(String field) {
        return !get(field).isEmpty();
    }

    /** Never what somebody typed. */
    @Override
    public String toString() {
        return "FormValues[]";
    }
}
