package org.handrail.notifier.editing.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.SamplePerson;
import org.handrail.notifier.editing.TestMail;
import org.handrail.notifier.editing.TestMails;
import org.handrail.notifier.template.Wording;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Test mails in PostgreSQL, counted over all instances. */
public final class JdbcTestMails implements TestMails {

    /** One at a time for an editor, so that they are counted right; held until the transaction ends. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 4712))";
    private static final String BEGIN = """
            insert into template_test_mail (id, key, revision, person, language, wording, editor, to_domain, asked_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?
            where (select count(*) from template_test_mail where editor = ? and asked_at > ?) < ?
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    public JdbcTestMails(JdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public boolean begin(TestMail mail, int most, Instant since) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.query(LOCK, row -> { }, mail.editor());
            return jdbc.update(BEGIN, mail.id(), mail.key(), mail.revision(), mail.person().name(),
                    mail.language().name(), mail.wording().name(), mail.editor(), mail.toDomain(),
                    utc(mail.askedAt()), mail.editor(), utc(since), most) == 1;
        }));
    }

    @Override
    public void ended(UUID id, String outcome) {
        jdbc.update("update template_test_mail set outcome = ? where id = ?", outcome, id);
    }

    @Override
    public List<TestMail> latest(String key, int most) {
        return jdbc.query("select * from template_test_mail where key = ? order by asked_at desc limit ?",
                (row, n) -> mail(row), key, most);
    }

    private static TestMail mail(ResultSet row) throws SQLException {
        return new TestMail(row.getObject("id", UUID.class), row.getString("key"), row.getInt("revision"),
                SamplePerson.valueOf(row.getString("person")), Language.valueOf(row.getString("language")),
                Wording.valueOf(row.getString("wording")), row.getString("editor"), row.getString("to_domain"),
                instant(row, "asked_at"), row.getString("outcome"));
    }
}
