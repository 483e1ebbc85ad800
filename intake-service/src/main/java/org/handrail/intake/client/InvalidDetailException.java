package org.handrail.intake.client;

/** A contact detail that cannot be used. The message completes "the field ..." and never holds the value. */
public final class InvalidDetailException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidDetailException(String rule) {
        super(rule);
    }

    public String rule() {
        return String.valueOf(getMessage());
    }
}
