package org.handrail.standalone.command;

import java.util.concurrent.CountDownLatch;

/** Keeps a command running until the process is told to end, and then closes what it runs. */
final class UntilStopped {

    private final CountDownLatch never = new CountDownLatch(1);

    private UntilStopped() {
    }

    static UntilStopped closing(AutoCloseable running) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("\nStopping Handrail");
            try {
                running.close();
                System.out.println("Stopped.");
            } catch (Exception e) {
                System.err.println("Handrail did not stop cleanly: " + e.getMessage());
            }
        }, "handrail-stop"));
        return new UntilStopped();
    }

    void await() throws InterruptedException {
        never.await();
    }
}
