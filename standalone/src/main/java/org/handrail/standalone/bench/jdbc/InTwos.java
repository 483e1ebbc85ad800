package org.handrail.standalone.bench.jdbc;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work on two threads. */
final class InTwos {

    private InTwos() {
    }

    static void run(Callable<?> work) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (Future<Object> done : two.invokeAll(List.of(work::call, work::call))) {
                done.get();
            }
        } finally {
            two.shutdownNow();
        }
    }
}
