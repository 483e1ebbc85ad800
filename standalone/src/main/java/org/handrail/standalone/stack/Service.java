package org.handrail.standalone.stack;

import org.handrail.followup.FollowupApplication;
import org.handrail.intake.IntakeApplication;
import org.handrail.notifier.NotifierApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that the stack runs. */
public enum Service {

    INTAKE(IntakeApplication::start, Port.INTAKE, Port.INTAKE_MANAGEMENT),
    FOLLOWUP(FollowupApplication::start, Port.CONSOLE, Port.CONSOLE_MANAGEMENT),
    NOTIFIER(NotifierApplication::start, Port.LINKS, Port.LINKS_MANAGEMENT);

    private final Start start;
    private final Port port;
    private final Port management;

    Service(Start start, Port port, Port management) {
        this.start = start;
        this.port = port;
        this.management = management;
    }

    ConfigurableApplicationContext start(String... arguments) {
        return start.start(arguments);
    }

    public Port port() {
        return port;
    }

    public Port management() {
        return management;
    }

    /** As on the command line of the service's own process. */
    private interface Start {

        ConfigurableApplicationContext start(String... arguments);
    }
}
