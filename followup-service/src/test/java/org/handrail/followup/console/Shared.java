package org.handrail.followup.console;

import org.handrail.followup.FollowupDatabase;

/** One console for all tests that do not need one of their own; it ends with the JVM. */
public final class Shared {

    public static final FollowupDatabase DATABASE = new FollowupDatabase();
    public static final Notifier NOTIFIER = new Notifier();
    public static final RunningConsole CONSOLE =
            new RunningConsole(DATABASE, "--handrail.notifier.url=" + NOTIFIER.address());
    public static final People PEOPLE = new People(DATABASE);

    private Shared() {
    }
}
