package org.handrail.notifier.wordlist.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.utc;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.handrail.notifier.wordlist.OwnWords;
import org.handrail.notifier.wordlist.WordChange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The primary key lets one change have a revision, whoever else wants it at the same time. */
public final class JdbcOwnWords implements OwnWords {

    private static final String REVISION = "select coalesce(max(revision), 0) from revealing_word_change";
    private static final String IN_FORCE = """
            select entry, editor, at, why from (
                select distinct on (entry) entry, added, revision from revealing_word order by entry, revision desc) last
            join revealing_word_change using (revision)
            where added order by entry
            """;
    private static final String HISTORY = """
            select revision, entry, added, editor, at, why
            from revealing_word join revealing_word_change using (revision)
            order by revision desc, entry limit ?
            """;
    private static final String CHANGE = """
            insert into revealing_word_change (revision, editor, why, at)
            select ?, ?, ?, ? where (select coalesce(max(revision), 0) from revealing_word_change) = ?
            on conflict do nothing
            """;
    private static final String WORD = "insert into revealing_word (revision, entry, added) values (?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    public JdbcOwnWords(JdbcTemplate jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public long revision() {
        return Objects.requireNonNull(jdbc.queryForObject(REVISION, Long.class));
    }

    /** The revision first: words that come in between belong to a newer one, and are looked for again. */
    @Override
    public State state() {
        long revision = revision();
        return new State(revision, jdbc.query(IN_FORCE, (row, n) -> new OwnWord(row.getString("entry"),
                row.getString("editor"), instant(row, "at"), row.getString("why"))));
    }

    @Override
    public List<Step> history(int most) {
        return jdbc.query(HISTORY, (row, n) -> new Step(row.getLong("revision"), row.getString("entry"),
                row.getBoolean("added"), row.getString("editor"), instant(row, "at"), row.getString("why")), most);
    }

    @Override
    public Optional<State> write(WordChange change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long revision = change.revision() + 1;
            if (jdbc.update(CHANGE, revision, change.editor(), change.why(), utc(clock.instant()), change.revision()) == 0) {
                return Optional.empty();
            }
            change.remove().forEach(entry -> jdbc.update(WORD, revision, entry, false));
            change.add().forEach(entry -> jdbc.update(WORD, revision, entry, true));
            return Optional.of(state());
        }));
    }
}
