package org.handrail.platform.peer;

/** A peer gave no answer that can be used, so what was asked may or may not have been done. */
public final class PeerSilent extends Exception {

    private final String code;

    PeerSilent(String code) {
        super(code);
        this.code = code;
    }

    /** For logs, never with content: {@code status-503}, {@code answer-not-understood}, {@code interrupted}, a fault's name. */
    public String code() {
        return code;
    }
}
