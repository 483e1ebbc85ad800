package org.handrail.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.contract.EventType;
import org.junit.jupiter.api.Test;

class PackTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<OutboxRow> facts = IntStream.range(0, Pack.MOST).mapToObj(i -> new OutboxRow("reminders",
            UUID.randomUUID().toString(), UUID.randomUUID(), EventType.REMINDER_DUE, NOON,
            ("{\"ñ\":" + "9".repeat(i) + "}").getBytes(StandardCharsets.UTF_8), null)).toList();

    @Test
    void givesBackWhatWasPackedInItsOrder() {
        assertThat(Pack.unpack("reminders", NOON, facts.size(), Pack.of(facts)))
                .usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(facts);
    }

    @Test
    void refusesToPublishHalfAPack() {
        byte[] whole = Pack.of(facts);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThatThrownBy(() -> Pack.unpack("reminders", NOON, facts.size(), half))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("250 facts for reminders");
    }

    @Test
    void packsNoTombstone() {
        OutboxRow tombstone = new OutboxRow("contacts", "key", UUID.randomUUID(), EventType.CONTACT_CHANGED, NOON, null,
                null);

        assertThatThrownBy(() -> Pack.of(List.of(tombstone))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payload");
    }
}
