package org.handrail.notifier.delivery.jdbc;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.springframework.jdbc.core.RowMapper;

/** Rows that just changed, as facts to be told. */
final class DeliveryFacts {

    private DeliveryFacts() {
    }

    static RowMapper<DeliveryChanged> at(Instant at) {
        return (row, n) -> new DeliveryChanged(
                row.getObject("client_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("enrolment_id", UUID.class),
                row.getString("step_key"),
                Purpose.valueOf(row.getString("purpose")),
                DeliveryChanged.State.valueOf(row.getString("state")),
                row.getString("reason"),
                at);
    }
}
