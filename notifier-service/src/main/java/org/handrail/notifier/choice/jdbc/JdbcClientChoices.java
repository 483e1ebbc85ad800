package org.handrail.notifier.choice.jdbc;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.choice.Choices;
import org.handrail.notifier.choice.Chosen;
import org.handrail.notifier.choice.ClientChoices;
import org.handrail.notifier.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Choices in PostgreSQL. */
public final class JdbcClientChoices implements ClientChoices {

    private static final String OF = """
            select coalesce(w.detailed, false) as detailed, coalesce(w.calendar_files, false) as calendar_files,
                   c.language, c.zone
            from contact c left join client_choice w using (client_id) where c.client_id = ?
            """;
    private static final String IN_FORCE = """
            select purpose from consent
            where client_id = ? and state = 'IN_FORCE' and (expires_at is null or expires_at > ?)
            """;
    private static final String CHOOSE = """
            insert into client_choice (client_id, detailed, calendar_files)
            values (?, coalesce(?, false), coalesce(?, false))
            on conflict (client_id) do update
            set detailed = coalesce(?, client_choice.detailed),
                calendar_files = coalesce(?, client_choice.calendar_files)
            """;
    private static final String ACT = """
            insert into client_choice_act (act_id, client_id, what, wanted, how, wording, language, occurred_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    public JdbcClientChoices(JdbcTemplate jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Current> of(UUID clientId) {
        return jdbc.query(OF, (row, n) -> new Current(
                new Choices(row.getBoolean("detailed"), row.getBoolean("calendar_files")), inForce(clientId),
                Language.valueOf(row.getString("language")), row.getString("zone")), clientId).stream().findFirst();
    }

    private Set<Purpose> inForce(UUID clientId) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        purposes.addAll(jdbc.query(IN_FORCE, (row, n) -> Purpose.valueOf(row.getString("purpose")), clientId,
                Columns.utc(clock.instant())));
        return purposes;
    }

    @Override
    public void choose(Chosen chosen) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(CHOOSE, chosen.clientId(), chosen.detailed(), chosen.calendarFiles(), chosen.detailed(),
                    chosen.calendarFiles());
            act(chosen, "DETAILED_WORDING", chosen.detailed());
            act(chosen, "CALENDAR_FILES", chosen.calendarFiles());
        });
    }

    private void act(Chosen chosen, String what, @Nullable Boolean wanted) {
        if (wanted != null) {
            jdbc.update(ACT, UUID.randomUUID(), chosen.clientId(), what, wanted, chosen.how().name(),
                    chosen.wording(), chosen.language().name(), Columns.utc(chosen.at()));
        }
    }
}
