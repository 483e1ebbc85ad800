package org.handrail.standalone.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs a few tasks at once and waits for all of them, also when one fails. */
final class InParallel {

    private InParallel() {
    }

    /** The first failure is thrown after the last task has ended; the others are attached to it. */
    static void run(List<? extends Callable<?>> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> result : tasks.stream().map(threads::submit).toList()) {
            try {
                result.get();
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                failures.add(e);
            }
        }
        threads.shutdown();
        if (!failures.isEmpty()) {
            throw first(failures);
        }
    }

    private static RuntimeException first(List<Throwable> failures) {
        Throwable first = failures.get(0);
        failures.stream().skip(1).forEach(first::addSuppressed);
        if (first instanceof Error error) {
            throw error;
        }
        return first instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(first);
    }
}
