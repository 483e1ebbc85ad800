package org.handrail.intake.client;

/** The address that was to be replaced is not the client's any more. */
public final class AddressChangedException extends RuntimeException {

    AddressChangedException() {
        super("address changed", null, false, false);
    }
}
