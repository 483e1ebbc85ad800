package org.handrail.standalone.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger keeps as the words of {@code web-form/1} is what the form shows: who changes the form makes a /2. */
class FormWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/messages/intake.properties", "/messages/intake_es.properties"})
    void areThoseThatTheProofShows(String language) throws IOException {
        String kept = text("/db/migration/notifier/V3_7__erasure.sql");
        Properties form = new Properties();
        form.load(new StringReader(text(language)));

        assertThat(List.of("consent.legend", "consent.risk", "consent.request", "consent.reminders", "consent.revoke"))
                .allSatisfy(code -> assertThat(kept).contains(form.getProperty(code)));
    }

    private static String text(String resource) throws IOException {
        try (Reader in = new InputStreamReader(FormWordsTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            StringWriter out = new StringWriter();
            in.transferTo(out);
            return out.toString();
        }
    }
}
