package org.handrail.followup.template.http;

import org.handrail.followup.template.RevealingWords;
import org.springframework.stereotype.Component;

/** {@code /internal/revealing-words} of notifier-service. */
@Component
final class HttpRevealingWords implements RevealingWords {

    private static final String WORDS = "/internal/revealing-words";

    private final Desk desk;

    HttpRevealingWords(Desk desk) {
        this.desk = desk;
    }

    @Override
    public WordList list() {
        return desk.ask(peer -> peer.get(WORDS), WordList.class);
    }

    @Override
    public WordsChanged change(WordChange change, boolean tryOnly) {
        return desk.ask(peer -> peer.post(WORDS + (tryOnly ? "?dry=true" : ""), change), WordsChanged.class);
    }
}
