package org.handrail.platform.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A JSON text that no field may hold. */
public final class TextNotAllowedException extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    /** @param rule completes "the field ..." */
    public TextNotAllowedException(JsonParser parser, String rule) {
        super(parser, rule, String.class);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
