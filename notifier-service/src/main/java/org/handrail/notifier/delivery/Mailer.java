package org.handrail.notifier.delivery;

import org.handrail.notifier.template.RenderedMail;

/**
 * Hands a message to one provider's mail server. Thread-safe; each sending thread keeps one connection, so at most
 * {@link #connections()} messages are in flight at a time.
 */
public interface Mailer {

    /** One attempt; never throws for what a server or a network can do. */
    SendOutcome send(RenderedMail mail);

    /** Connects, signs in and leaves, without a message: what would become of one now. */
    default SendOutcome greet() {
        return new SendOutcome.Accepted();
    }

    int connections();

    /** How many messages a second the provider is to get at most; 0: as many as it takes. */
    default int perSecond() {
        return 0;
    }

    sealed interface SendOutcome {

        /** The server answered 2xx to the end of the data. */
        record Accepted() implements SendOutcome {
        }

        /**
         * A 5xx, or an address that can't be sent to: never again.
         *
         * @param code     enhanced status or reply code, for instance {@code 5.1.1}
         * @param hard     the address is at fault (RFC 3463 5.1.x): suppress it
         * @param operator our own configuration is at fault (5.7.x, authentication): alert, silence nobody
         */
        record Refused(String code, boolean hard, boolean operator) implements SendOutcome {
        }

        /** Nothing was accepted for certain: 4xx, no connection, lost before the end of the data. */
        record TryLater(String code, Trouble trouble) implements SendOutcome {

            public TryLater(String code) {
                this(code, Trouble.of(code));
            }
        }

        /** The connection died after the end of the data and before the answer: it may have been accepted. */
        record Unknown(String code) implements SendOutcome {
        }
    }
}
