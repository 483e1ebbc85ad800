package org.handrail.notifier.wordlist.camel;

import org.apache.camel.builder.RouteBuilder;
import org.handrail.notifier.wordlist.FollowingWords;

/** Looks for changes that another instance took. */
public final class WordListRoutes extends RouteBuilder {

    private final FollowingWords following;

    public WordListRoutes(FollowingWords following) {
        this.following = following;
    }

    @Override
    public void configure() {
        from("timer:revealing-words?period=1000&includeMetadata=false").routeId("notifier.wordlist.follow")
                .process(exchange -> following.look());
    }
}
