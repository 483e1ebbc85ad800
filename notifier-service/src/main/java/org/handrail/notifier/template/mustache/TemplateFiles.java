package org.handrail.notifier.template.mustache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The templates that come with Handrail, as class-path resources. */
final class TemplateFiles {

    static final List<String> KEYS = List.of(
            "inquiry-receipt", "inquiry-check-in", "inquiry-still-here", "inquiry-closing",
            "appointment-confirmation", "appointment-reminder", "appointment-soon", "appointment-new-times",
            "appointment-rebook", "appointment-cancelled", "follow-up-check-in");

    /** Those with a body of their own in the detailed wording; the others differ in the foot alone. */
    static final Set<String> DETAILED =
            Set.of("appointment-confirmation", "appointment-reminder", "appointment-soon");

    private static final String FOLDER = "/templates/notifier/";

    private TemplateFiles() {
    }

    static String read(String name) {
        try (InputStream in = TemplateFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new UnusableTemplate(FOLDER + name, "is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
