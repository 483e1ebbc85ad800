package org.handrail.standalone.histories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.handrail.standalone.command.Arguments;
import org.handrail.standalone.command.Command;
import org.handrail.standalone.stack.SetupException;

/** Plays random histories until one parts from the model, or all of them agree. */
public final class HistoriesCommand implements Command {

    private static final int PARTS = 10;

    @Override
    public String name() {
        return "histories";
    }

    @Override
    public String summary() {
        return "play random histories against a model of what must come of them: [--runs 10000] [--seed N]";
    }

    @Override
    public int run(List<String> words) {
        Map<String, String> options = new HashMap<>(Arguments.of(words).options());
        long runs = number(options, "runs", 10_000);
        long seed = number(options, "seed", Math.floorMod(System.nanoTime(), 1_000_000_000L));
        System.out.printf("%,d histories from seed %d on%n", runs, seed);
        long begun = System.nanoTime();
        long outcomes = 0;
        for (long n = 0; n < runs; n++) {
            Trial.Result result = Trial.of(new HistoryMaker(seed + n).history());
            outcomes += result.outcomes();
            Optional<Divergence> divergence = result.divergence().map(Shrinking::shrunk);
            if (divergence.isPresent()) {
                System.out.printf("%n%s%nThe same again: ./handrail histories --runs 1 --seed %d%n",
                        divergence.get().told(), seed + n);
                return 1;
            }
            if ((n + 1) % Math.max(1, runs / PARTS) == 0) {
                System.out.printf("  %,d played, %,d mails and tasks, %d s%n", n + 1, outcomes,
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
            }
        }
        System.out.println("No divergence.");
        return 0;
    }

    private static long number(Map<String, String> options, String name, long otherwise) {
        try {
            return options.containsKey(name) ? Long.parseLong(options.get(name)) : otherwise;
        } catch (NumberFormatException e) {
            throw new SetupException("--" + name + " needs a whole number");
        }
    }
}
