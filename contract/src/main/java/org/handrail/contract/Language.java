package org.handrail.contract;

/** The languages that templates and pages come in. */
public enum Language {

    EN("en"), ES("es");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }
}
