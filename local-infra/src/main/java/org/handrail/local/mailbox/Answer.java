package org.handrail.local.mailbox;

import java.time.Duration;

/** What a mail server does with a mail that is offered to it. */
public sealed interface Answer {

    /** Takes it. */
    record Accept() implements Answer {
    }

    /** Refuses the recipient, for now (4xx) or for good (5xx). */
    record RefuseRecipient(int code, String text) implements Answer {
    }

    /** Hears all of the mail and then refuses it, for now (4xx) or for good (5xx). */
    record RefuseContent(int code, String text) implements Answer {
    }

    /** Cuts the connection where the mail should begin; the mail is not kept. */
    record CutBeforeContent() implements Answer {
    }

    /** Keeps the mail and cuts the connection instead of saying so: the sender can't know. */
    record CutAfterContent() implements Answer {
    }

    /** Keeps the mail, but its answer is late. Ended early when the mailbox is closed. */
    record Stall(Duration delay) implements Answer {
    }
}
