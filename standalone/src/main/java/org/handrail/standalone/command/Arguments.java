package org.handrail.standalone.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.standalone.stack.SetupException;

/** Words after a command: options {@code --name value} and the rest. */
public record Arguments(List<String> words, Map<String, String> options) {

    public static Arguments of(List<String> arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        var remaining = arguments.iterator();
        while (remaining.hasNext()) {
            String argument = remaining.next();
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (argument.contains("=")) {
                options.put(argument.substring(2, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
            } else if (remaining.hasNext()) {
                options.put(argument.substring(2), remaining.next());
            } else {
                throw new SetupException(argument + " needs a value");
            }
        }
        return new Arguments(List.copyOf(words), options);
    }

    static void none(Command command, List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new SetupException("./handrail " + command.name() + " takes no arguments");
        }
    }
}
