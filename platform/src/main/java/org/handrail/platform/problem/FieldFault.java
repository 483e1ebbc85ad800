package org.handrail.platform.problem;

/**
 * One field that cannot be taken as it is.
 *
 * @param field   a JSON pointer into the body ({@code /client/email}); {@code #} alone for the body as a whole
 * @param message what is expected; never the value
 */
public record FieldFault(String field, String message) {

    public static final String WHOLE_BODY = "#";
}
