package org.handrail.standalone.stack;

/** Where the parts of the stack listen, and the setting that moves each. */
public enum Port {

    INTAKE("HANDRAIL_INTAKE_PORT", 8080, "intake"),
    CONSOLE("HANDRAIL_CONSOLE_PORT", 8081, "console"),
    LINKS("HANDRAIL_LINKS_PORT", 8082, "client links"),
    MAILBOX("HANDRAIL_MAILBOX_PORT", 8083, "mailbox page"),
    INTAKE_MANAGEMENT("HANDRAIL_INTAKE_MANAGEMENT_PORT", 8090, "intake health and metrics"),
    CONSOLE_MANAGEMENT("HANDRAIL_CONSOLE_MANAGEMENT_PORT", 8091, "console health and metrics"),
    LINKS_MANAGEMENT("HANDRAIL_LINKS_MANAGEMENT_PORT", 8092, "client links health and metrics"),
    SMTP("HANDRAIL_MAILBOX_SMTP_PORT", 2525, "mailbox (SMTP)"),
    DATABASE("HANDRAIL_DB_PORT", 15432, "PostgreSQL"),
    KAFKA("HANDRAIL_KAFKA_PORT", 19092, "Kafka");

    private final String variable;
    private final int usual;
    private final String purpose;

    Port(String variable, int usual, String purpose) {
        this.variable = variable;
        this.usual = usual;
        this.purpose = purpose;
    }

    public String variable() {
        return variable;
    }

    int usual() {
        return usual;
    }

    String purpose() {
        return purpose;
    }
}
