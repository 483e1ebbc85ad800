package org.handrail.standalone.bench;

import org.handrail.standalone.command.Terminal;

/** Says what goes on, with the time since the start of the command. Thread-safe. */
public final class Progress {

    public void say(String line) {
        System.out.printf("%8s  %s%n", Terminal.seconds(Terminal.running()), line);
    }
}
