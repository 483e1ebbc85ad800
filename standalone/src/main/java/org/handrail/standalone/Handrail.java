package org.handrail.standalone;

import java.util.Arrays;
import java.util.List;
import org.handrail.local.FreePort;
import org.handrail.local.LocalDirectory;
import org.handrail.standalone.command.Bench;
import org.handrail.standalone.command.Bounces;
import org.handrail.standalone.command.Command;
import org.handrail.standalone.command.DeadLetters;
import org.handrail.standalone.command.DkimKey;
import org.handrail.standalone.command.Erase;
import org.handrail.standalone.command.Infra;
import org.handrail.standalone.command.Keys;
import org.handrail.standalone.command.Up;
import org.handrail.standalone.demo.Demo;
import org.handrail.standalone.faults.FaultsCommand;
import org.handrail.standalone.histories.HistoriesCommand;
import org.handrail.standalone.stack.SetupException;

/** Finds the command that was typed and runs it. */
public final class Handrail {

    private static final int MISUSED = 2;
    private static final List<Command> COMMANDS = List.of(
            new Demo(),
            new Up(),
            new Infra(),
            new DeadLetters(),
            new Erase(),
            Keys.make(),
            Keys.list(),
            Keys.revoke(),
            new DkimKey(),
            new Bounces(),
            new Bench(),
            new FaultsCommand(),
            new HistoriesCommand());

    private Handrail() {
    }

    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments)));
    }

    private static int run(List<String> arguments) {
        String name = arguments.isEmpty() ? "help" : arguments.get(0);
        try {
            for (Command command : COMMANDS) {
                if (command.name().equals(name)) {
                    return command.run(arguments.subList(1, arguments.size()));
                }
            }
        } catch (SetupException | FreePort.PortTaken | LocalDirectory.DirectoryInUse e) {
            System.err.println("\n" + e.getMessage());
            return 1;
        } catch (Exception e) {
            System.err.println("\nHandrail stopped for a reason it did not foresee:");
            e.printStackTrace();
            return 1;
        }
        COMMANDS.forEach(command -> System.err.printf("  %-6s %s%n", command.name(), command.summary()));
        return MISUSED;
    }
}
