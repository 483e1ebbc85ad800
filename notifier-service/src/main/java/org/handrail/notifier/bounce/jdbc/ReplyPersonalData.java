package org.handrail.notifier.bounce.jdbc;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.messaging.erasure.PersonalData;
import org.springframework.jdbc.core.JdbcTemplate;

/** What clients wrote back. Bounces hold ids, codes and times; those of addresses go with them all the same. */
final class ReplyPersonalData implements PersonalData {

    private final JdbcTemplate jdbc;

    ReplyPersonalData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(UUID clientId) {
        return Map.of(
                "notifier.reply", jdbc.update("delete from reply where client_id = ?", clientId),
                "notifier.soft-bounce", jdbc.update("delete from soft_bounce where client_id = ?", clientId));
    }

    @Override
    public Set<String> tables() {
        return Set.of("reply");
    }
}
