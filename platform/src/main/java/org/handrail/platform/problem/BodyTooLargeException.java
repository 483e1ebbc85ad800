package org.handrail.platform.problem;

import java.io.IOException;

/** More bytes arrived than a body may have. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    /** @param limit in bytes */
    public BodyTooLargeException(long limit) {
        super("body too large");
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
