package org.handrail.notifier.consent.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.handrail.contract.Language;
import org.handrail.notifier.consent.Wordings;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** The append-only table of wordings. */
public final class JdbcWordings implements Wordings {

    private static final String KEEP = """
            insert into consent_wording (wording, language, words, added_at) values (?, ?, ?, ?) on conflict do nothing
            """;
    private static final String WORDS = "select words from consent_wording where wording = ? and language = ?";

    private final JdbcTemplate jdbc;

    public JdbcWordings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kept keep(String wording, Language language, String words, Instant at) {
        if (jdbc.update(KEEP, wording, language.name(), words, Columns.utc(at)) == 1) {
            return Kept.NEW;
        }
        return words(wording, language).filter(words::equals).isPresent() ? Kept.KNOWN : Kept.DIFFERENT;
    }

    @Override
    public Optional<String> words(String wording, Language language) {
        return jdbc.queryForList(WORDS, String.class, wording, language.name()).stream().findFirst();
    }
}
