package org.handrail.followup.template;

import java.util.Map;

/** The desk said no, and why; nothing was done. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> problem;

    /**
     * @param code    names the kind, for instance {@code draft-changed}
     * @param problem the members of the problem details (RFC 9457)
     */
    public Refused(int status, String code, Map<String, Object> problem) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.problem = Map.copyOf(problem);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> problem() {
        return problem;
    }
}
