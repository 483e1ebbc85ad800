package org.handrail.intake.client;

/** No client has that id. */
public final class UnknownClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownClientException() {
        super("no client has that id");
    }
}
