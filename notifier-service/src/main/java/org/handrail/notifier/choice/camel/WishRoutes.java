package org.handrail.notifier.choice.camel;

import org.apache.camel.builder.RouteBuilder;
import org.handrail.notifier.choice.ContactWishes;

/** Tells intake-service again what it has not taken yet. */
public final class WishRoutes extends RouteBuilder {

    private final ContactWishes wishes;

    public WishRoutes(ContactWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public void configure() {
        from("timer:contact-wishes?period=10000&includeMetadata=false").routeId("notifier.choice.tell-intake")
                .process(exchange -> wishes.retry());
    }
}
