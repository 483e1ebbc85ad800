package org.handrail.notifier.delivery.camel;

import org.apache.camel.builder.RouteBuilder;
import org.handrail.notifier.delivery.CheckingStandby;
import org.handrail.notifier.delivery.Presence;
import org.handrail.notifier.delivery.SendingLoop;
import org.handrail.notifier.delivery.metrics.LedgerGauges;

/** What makes the sending loop look, and what shows it alive. The next attempts are in the database, not here. */
public final class SendRoutes extends RouteBuilder {

    private final SendingLoop loop;
    private final Presence presence;
    private final LedgerGauges gauges;
    private final CheckingStandby standby;

    public SendRoutes(SendingLoop loop, Presence presence, LedgerGauges gauges, CheckingStandby standby) {
        this.loop = loop;
        this.presence = presence;
        this.gauges = gauges;
        this.standby = standby;
    }

    @Override
    public void configure() {
        from("timer:look?period=200&includeMetadata=false").routeId("notifier.delivery.send")
                .bean(loop, "look");
        from("timer:presence?period=3000&includeMetadata=false").routeId("notifier.delivery.take-over")
                .bean(presence, "beat")
                .bean(presence, "takeOver");
        from("timer:gauges?period=10000&includeMetadata=false").routeId("notifier.delivery.measure")
                .bean(gauges, "refresh");
        from("timer:standby?delay=30000&period=600000&includeMetadata=false").routeId("notifier.delivery.check-standby")
                .bean(standby, "run");
    }
}
