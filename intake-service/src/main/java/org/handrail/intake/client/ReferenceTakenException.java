package org.handrail.intake.client;

/** The source used that reference for somebody, or something, else before. */
public final class ReferenceTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReferenceTakenException() {
        super("the reference belongs to another client");
    }
}
