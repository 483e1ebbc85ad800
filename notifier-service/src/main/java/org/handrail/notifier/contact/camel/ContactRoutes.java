package org.handrail.notifier.contact.camel;

import org.apache.camel.builder.RouteBuilder;

/** What the contacts topic tells: details changed, or to be forgotten. */
public final class ContactRoutes extends RouteBuilder {

    private final String contacts;
    private final FollowingContacts following;

    /** @param contacts gives a list of received facts inside a transaction */
    public ContactRoutes(String contacts, FollowingContacts following) {
        this.contacts = contacts;
        this.following = following;
    }

    @Override
    public void configure() {
        from(contacts).routeId("notifier.contact.follow")
                .bean(following, "forgetErased")
                .bean(following, "keepDetails");
    }
}
