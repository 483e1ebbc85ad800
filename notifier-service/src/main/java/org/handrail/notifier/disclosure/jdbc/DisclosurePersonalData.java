package org.handrail.notifier.disclosure.jdbc;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.messaging.erasure.PersonalData;
import org.springframework.jdbc.core.JdbcTemplate;

/** Names and free text of consents to disclose. Codes and times stay as proof; without the rest it allows nothing. */
final class DisclosurePersonalData implements PersonalData {

    private final JdbcTemplate jdbc;

    DisclosurePersonalData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(UUID clientId) {
        return Map.of("notifier.disclosure-consent", jdbc.update("""
                update disclosure_consent set client_name = null, discloser = null, recipient = null, what = null,
                    purpose = null, expires_on = null, signed_by = null
                where client_id = ? and num_nonnulls(client_name, discloser, recipient, what, purpose, expires_on,
                    signed_by) > 0
                """, clientId));
    }

    @Override
    public Set<String> tables() {
        return Set.of("disclosure_consent");
    }
}
