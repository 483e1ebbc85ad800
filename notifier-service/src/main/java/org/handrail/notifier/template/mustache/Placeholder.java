package org.handrail.notifier.template.mustache;

import java.util.Arrays;
import java.util.Optional;

/** What a template may name; anything else is a fault. */
enum Placeholder {

    GIVEN_NAME("givenName", true),
    DATE("date", false),
    TIME("time", false),
    /** What the appointment is for; stands in detailed bodies only. */
    APPOINTMENT_KIND("appointmentKind", true),
    SITE_NAME("siteName", false),
    SITE_PHONE("sitePhone", false),
    CONFIRM_URL("confirmUrl", false),
    ANSWER_URL("answerUrl", false),
    PREFERENCES_URL("preferencesUrl", false),
    STOP_URL("stopUrl", false);

    private final String key;
    private final boolean optional;

    Placeholder(String key, boolean optional) {
        this.key = key;
        this.optional = optional;
    }

    String key() {
        return key;
    }

    /** May be asked for presence ({@code {{#givenName}}...{{/givenName}}}), and only it. */
    boolean isOptional() {
        return optional;
    }

    /** An address of a page for one client, sealed; stands in an action and nowhere else. */
    boolean isLink() {
        return key.endsWith("Url");
    }

    static Optional<Placeholder> named(String key) {
        return Arrays.stream(values()).filter(placeholder -> placeholder.key.equals(key)).findFirst();
    }
}
