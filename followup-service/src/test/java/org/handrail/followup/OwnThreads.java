package org.handrail.followup;

import java.util.concurrent.Executor;

/**
 * For what is to happen at once. The common pool has one thread on a machine with two processors, and newer JDKs let
 * {@link java.util.concurrent.CompletableFuture} wait for it: those who should meet would go one after the other.
 */
public final class OwnThreads {

    /** A thread a task. */
    public static final Executor EACH = task -> new Thread(task, "at-once").start();

    private OwnThreads() {
    }
}
