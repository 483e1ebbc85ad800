package org.handrail.intake.client;

/** Reads numbers as people write them. */
public interface PhoneNumbers {

    /** @throws InvalidDetailException when it is not a number that could be dialled */
    PhoneNumber read(String text);
}
