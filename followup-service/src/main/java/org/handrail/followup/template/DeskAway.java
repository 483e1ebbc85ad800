package org.handrail.followup.template;

/** notifier-service gave no answer that can be relied on: what was asked may or may not have been done. */
public final class DeskAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param code for logs, never with content */
    public DeskAway(String code) {
        super(code, null, false, false);
    }
}
