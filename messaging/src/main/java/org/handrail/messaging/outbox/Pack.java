package org.handrail.messaging.outbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.EventType;
import org.jspecify.annotations.Nullable;

/** Facts of one topic in the payload of one row: a row each costs PostgreSQL several times as much. */
final class Pack {

    /** Fewer have a row each, which people can read. */
    static final int FEWEST = 16;
    /** A pack stays well below what a broker or a connection takes at a time. */
    static final int MOST = 250;

    private Pack() {
    }

    /** @param facts of one topic and one moment, each with key, type and payload */
    static byte[] of(List<OutboxRow> facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(facts.size() * 512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (OutboxRow fact : facts) {
                out.writeUTF(present(fact.key(), "key"));
                out.writeLong(fact.eventId().getMostSignificantBits());
                out.writeLong(fact.eventId().getLeastSignificantBits());
                out.writeUTF(present(fact.type(), "type").code());
                byte[] payload = present(fact.payload(), "payload");
                out.writeInt(payload.length);
                out.write(payload);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException when the bytes are not those of a pack */
    static List<OutboxRow> unpack(String topic, Instant occurredAt, int count, byte[] pack) {
        List<OutboxRow> facts = new ArrayList<>(count);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(pack))) {
            for (int i = 0; i < count; i++) {
                String key = in.readUTF();
                UUID id = new UUID(in.readLong(), in.readLong());
                EventType type = EventType.byCode(in.readUTF()).orElseThrow();
                byte[] payload = new byte[in.readInt()];
                in.readFully(payload);
                facts.add(new OutboxRow(topic, key, id, type, occurredAt, payload, null));
            }
            return facts;
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("A pack in the outbox of " + count + " facts for " + topic
                    + " cannot be read", e);
        }
    }

    private static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("A packed fact needs a " + name);
        }
        return value;
    }
}
