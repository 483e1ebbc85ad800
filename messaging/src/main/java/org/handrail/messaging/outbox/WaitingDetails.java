package org.handrail.messaging.outbox;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Topic;
import org.handrail.messaging.erasure.PersonalData;
import org.handrail.messaging.kafka.KafkaSettings;
import org.springframework.jdbc.core.JdbcTemplate;

/** Contact details that still wait for Kafka, alone, in a pack or as a dead letter. All other topics carry ids. */
public final class WaitingDetails implements PersonalData {

    private final JdbcTemplate jdbc;
    private final List<String> topics;

    public WaitingDetails(JdbcTemplate jdbc, KafkaSettings kafka) {
        this.jdbc = jdbc;
        this.topics = List.of(kafka.nameOf(Topic.CONTACTS), kafka.deadLetterNameOf(Topic.CONTACTS));
    }

    @Override
    public Map<String, Integer> erase(UUID clientId) {
        String key = clientId.toString();
        int alone = jdbc.update("delete from outbox where topic = any(?) and key = ? and payload is not null",
                topics.toArray(String[]::new), key);
        return Map.of("outbox", alone + fromPacks(key));
    }

    @Override
    public Set<String> tables() {
        return Set.of("outbox");
    }

    private record StoredPack(long id, List<OutboxRow> facts) {
    }

    private int fromPacks(String key) {
        List<StoredPack> packs = jdbc.query("""
                select id, topic, occurred_at, facts, payload from outbox
                where topic = any(?) and facts > 1 order by id for update
                """, (row, n) -> new StoredPack(row.getLong("id"), Pack.unpack(row.getString("topic"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(), row.getInt("facts"),
                row.getBytes("payload"))), (Object) topics.toArray(String[]::new));
        int taken = 0;
        for (StoredPack pack : packs) {
            List<OutboxRow> left = pack.facts().stream().filter(fact -> !key.equals(fact.key())).toList();
            taken += pack.facts().size() - left.size();
            if (left.size() < pack.facts().size()) {
                replace(pack.id(), left);
            }
        }
        return taken;
    }

    /** In its place, so that the order stays. */
    private void replace(long id, List<OutboxRow> left) {
        if (left.isEmpty()) {
            jdbc.update("delete from outbox where id = ?", id);
        } else if (left.size() == 1) {
            OutboxRow one = left.get(0);
            jdbc.update("update outbox set key = ?, event_id = ?, payload = ?, facts = 1 where id = ?",
                    one.key(), one.eventId(), one.payload(), id);
        } else {
            jdbc.update("update outbox set payload = ?, facts = ? where id = ?", Pack.of(left), left.size(), id);
        }
    }
}
