package org.handrail.followup.dispatch.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.dispatch.Preferences;
import org.handrail.followup.dispatch.Preferences.Preference;
import org.handrail.followup.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a client may be written to. */
record Reach(@Nullable String zone, DueNow.Address address, Preferences preferences) {

    private static final Reach UNKNOWN =
            new Reach(null, new DueNow.Address(false, false, false, null), new Preferences(Map.of()));

    static Map<UUID, Reach> of(JdbcClient jdbc, Collection<UUID> clientIds) {
        Map<UUID, Reach> found = new HashMap<>();
        jdbc.sql("""
                        select client_id, known, inquirer, given, zone, address_state, reminders_state, reminders_until,
                            follow_up_state, follow_up_until, receipts_state, receipts_until
                        from reach where client_id = any(?::uuid[])""")
                .param(Columns.ids(clientIds))
                .query(row -> {
                    found.put(Columns.id(row, "client_id"), read(row));
                });
        return found;
    }

    static Reach in(Map<UUID, Reach> found, UUID clientId) {
        return found.getOrDefault(clientId, UNKNOWN);
    }

    private static Reach read(ResultSet row) throws SQLException {
        Map<Purpose, Preference> preferences = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            String column = column(purpose);
            String state = row.getString(column + "_state");
            if (state != null) {
                preferences.put(purpose, new Preference(state, Columns.instant(row, column + "_until")));
            }
        }
        return new Reach(row.getString("zone"),
                new DueNow.Address(row.getBoolean("known"), row.getBoolean("inquirer"), row.getBoolean("given"),
                        row.getString("address_state")),
                new Preferences(preferences));
    }

    private static String column(Purpose purpose) {
        return switch (purpose) {
            case APPOINTMENT_REMINDERS -> "reminders";
            case FOLLOW_UP -> "follow_up";
            case RECEIPTS -> "receipts";
        };
    }
}
