package org.handrail.standalone.command;

import java.util.List;
import org.handrail.standalone.stack.SetupException;

/** A command of {@code ./handrail}. */
public interface Command {

    /** As typed. */
    String name();

    /** One line of help. */
    String summary();

    /**
     * Returns the exit status: 0 when all went well.
     *
     * @throws SetupException whose message tells the person what to change
     */
    int run(List<String> arguments) throws Exception;
}
