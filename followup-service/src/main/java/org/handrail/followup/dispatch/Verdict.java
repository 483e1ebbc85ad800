package org.handrail.followup.dispatch;

/** What a claimed step comes to, until its batch is settled. Not thread-safe. */
final class Verdict {

    private final Looked looked;
    private Decision decision;

    Verdict(Looked looked, Decision decision) {
        this.looked = looked;
        this.decision = decision;
    }

    Looked looked() {
        return looked;
    }

    DueNow due() {
        return looked.due();
    }

    Decision decision() {
        return decision;
    }

    void change(Decision other) {
        this.decision = other;
    }

    /** An email that counts towards the one a person a day. */
    boolean isCountedMail() {
        return decision instanceof Decision.Mail mail && mail.counted();
    }
}
