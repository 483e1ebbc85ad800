package org.handrail.intake.consent;

/** An address was read back, but no address is known. */
public final class NoAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoAddressException() {
        super("the client has no email address");
    }
}
