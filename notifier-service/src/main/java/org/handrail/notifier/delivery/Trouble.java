package org.handrail.notifier.delivery;

/** Whose a failure that may pass is, and so what is left alone for a while. */
public enum Trouble {

    /** The provider's own: no connection, its sign-in, 421, 4.3.x, whatever it says before a recipient was named. */
    PROVIDER,

    /** The recipient's domain throttles, or can't be reached from the provider. */
    DOMAIN,

    /** The one message's or mailbox's: full, greylisted. */
    MESSAGE;

    /** As far as a code alone can tell. */
    static Trouble of(String code) {
        if (!code.startsWith("4") || code.startsWith("421") || code.startsWith("4.3.")) {
            return PROVIDER;
        }
        return code.startsWith("4.1.") || code.startsWith("4.2.") || code.startsWith("4.6.") ? MESSAGE : DOMAIN;
    }
}
