package org.handrail.followup.disclosure;

import java.util.Locale;

/** The kinds of records that the page offers; the API and older consents may name others. */
public enum RecordKind {
    ATTENDANCE, APPOINTMENTS, DIAGNOSIS, TREATMENT_PLAN, PROGRESS, MEDICATION, TEST_RESULTS, DISCHARGE_SUMMARY, BILLING;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
