package org.handrail.notifier.template.mustache;

import java.util.Map;

/** Values that reveal nothing themselves, so that what is found in a sample message is the template's own. */
final class SampleValues {

    private SampleValues() {
    }

    static Map<String, String> named() {
        return with("Alex");
    }

    static Map<String, String> unnamed() {
        return with("");
    }

    private static Map<String, String> with(String givenName) {
        return Map.of(
                Placeholder.GIVEN_NAME.key(), givenName,
                Placeholder.DATE.key(), "Tuesday, May 5",
                Placeholder.TIME.key(), "9:30 AM EDT",
                Placeholder.APPOINTMENT_KIND.key(), "",
                Placeholder.SITE_NAME.key(), "Front Desk",
                Placeholder.SITE_PHONE.key(), "+1 555 010 0100",
                Placeholder.CONFIRM_URL.key(), "https://example.org/c/token",
                Placeholder.ANSWER_URL.key(), "https://example.org/a/token",
                Placeholder.PREFERENCES_URL.key(), "https://example.org/p/token",
                Placeholder.STOP_URL.key(), "https://example.org/s/token");
    }
}
