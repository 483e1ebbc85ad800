package org.handrail.notifier.link.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.handrail.contract.Language;
import org.handrail.notifier.template.AppointmentTimes;

/** What the pages say, in the language of the mail that led there and not of the browser. */
final class Words {

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    Words() {
        for (Language language : Language.values()) {
            texts.put(language, read("/messages/notifier/links_" + language.tag() + ".properties"));
        }
        if (!texts.get(Language.EN).keySet().equals(texts.get(Language.ES).keySet())) {
            throw new IllegalStateException("the pages must say the same in each language");
        }
    }

    Map<Object, Object> in(Language language) {
        return texts.get(language);
    }

    String purpose(Enum<?> purpose, Language language) {
        return texts.get(language).getProperty("purpose." + purpose.name());
    }

    /** Always with the zone's abbreviation. */
    String moment(Instant instant, ZoneId zone, Language language) {
        return AppointmentTimes.moment(instant, zone, language).replace(". m.", ".\u00a0m.");
    }

    private static Properties read(String resource) {
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
