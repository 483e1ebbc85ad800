package org.handrail.notifier.link.web;

import org.handrail.contract.Language;

/** There is nothing behind a token. Says no more than that. */
final class UnusableLink extends RuntimeException {

    private final int status;
    private final transient Language language;

    UnusableLink(int status, Language language) {
        super("unusable link", null, false, false);
        this.status = status;
        this.language = language;
    }

    /** Of a message that was no client's: there is nothing behind it, and nobody did anything wrong. */
    static UnusableLink test(Language language) {
        return new UnusableLink(200, language);
    }

    int status() {
        return status;
    }

    Language language() {
        return language;
    }
}
