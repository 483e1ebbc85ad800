package org.handrail.notifier.consent.camel;

import org.apache.camel.builder.RouteBuilder;

/** What the intake topic tells: consents and stops, addresses read back, appointments. */
public final class IntakeRoutes extends RouteBuilder {

    private final String intake;
    private final TakingIntake taking;

    /** @param intake gives a list of received facts inside a transaction */
    public IntakeRoutes(String intake, TakingIntake taking) {
        this.intake = intake;
        this.taking = taking;
    }

    @Override
    public void configure() {
        from(intake).routeId("notifier.consent.record")
                .bean(taking, "recordConsentsAndStops")
                .bean(taking, "confirmAddressesReadBack")
                .bean(taking, "keepAppointments")
                .bean(taking, "rememberClients");
    }
}
