package org.handrail.standalone.stack;

/** Handrail can't run as it is set up; the message tells the person who started it what to change. */
public final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SetupException(String message) {
        super(message);
    }
}
