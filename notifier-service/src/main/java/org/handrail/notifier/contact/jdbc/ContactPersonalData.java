package org.handrail.notifier.contact.jdbc;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.messaging.erasure.PersonalData;
import org.springframework.jdbc.core.JdbcTemplate;

/** Details and what is known of addresses. Acts of consent and deliveries stay as proof: they hold ids and codes. */
public final class ContactPersonalData implements PersonalData {

    private final JdbcTemplate jdbc;

    public ContactPersonalData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(UUID clientId) {
        return Map.of(
                "notifier.contact", jdbc.update("delete from contact where client_id = ?", clientId),
                "notifier.address-wish", jdbc.update("delete from address_wish where client_id = ?", clientId),
                "notifier.address", jdbc.update("delete from address where client_id = ?", clientId));
    }

    @Override
    public Set<String> tables() {
        return Set.of("contact", "address_wish");
    }
}
