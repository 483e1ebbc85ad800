package org.handrail.notifier.bounce;

/**
 * What a report says of one recipient.
 *
 * @param kind      HARD, SOFT, OURS, NOTICE or UNCLEAR
 * @param code      {@code 5.1.1}, {@code 550} or {@code text}
 * @param recipient in lower case; empty if not named
 */
record Failure(Kind kind, String code, String recipient) {

    boolean isFailure() {
        return kind != Kind.NOTICE;
    }
}
