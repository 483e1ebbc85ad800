package org.handrail.notifier.newaddress.camel;

import org.apache.camel.builder.RouteBuilder;
import org.handrail.notifier.newaddress.AddressWishes;

/** Goes on with what was left of changes of address. */
public final class NewAddressRoutes extends RouteBuilder {

    private final AddressWishes wishes;

    public NewAddressRoutes(AddressWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public void configure() {
        from("timer:address-wishes?period=10000&includeMetadata=false").routeId("notifier.newaddress.resume")
                .process(exchange -> wishes.resume());
    }
}
