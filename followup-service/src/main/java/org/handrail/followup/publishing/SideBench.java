package org.handrail.followup.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work on what another thread brings, piece after piece in the order in which it was brought, so that reading a million
 * rows and thinking about them go on at the same time. Holds a few thousand pieces at most: whoever brings more waits.
 * To be used by one thread.
 */
final class SideBench<T> implements Consumer<T>, AutoCloseable {

    private static final int TOGETHER = 500;
    private static final int WAITING = 8;

    private final BlockingQueue<List<T>> brought = new ArrayBlockingQueue<>(WAITING);
    private final List<T> end = new ArrayList<>();
    private final Consumer<T> work;
    private final Thread worker;
    private List<T> next = new ArrayList<>(TOGETHER);
    private volatile @Nullable Throwable failure;

    SideBench(String name, Consumer<T> work) {
        this.work = work;
        this.worker = new Thread(this::work, name);
        worker.setDaemon(true);
        worker.start();
    }

    private void work() {
        try {
            for (List<T> pieces = brought.take(); pieces != end; pieces = brought.take()) {
                if (failure == null) {
                    done(pieces);
                }
            }
        } catch (InterruptedException e) {
            // given up: nobody waits for the rest
        }
    }

    /** After a failure the rest is taken and left, so that whoever brings it is not kept waiting. */
    private void done(List<T> pieces) {
        try {
            pieces.forEach(work);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** @throws RuntimeException what an earlier piece failed with */
    @Override
    public void accept(T piece) {
        next.add(piece);
        if (next.size() == TOGETHER) {
            bring(next);
            next = new ArrayList<>(TOGETHER);
        }
    }

    private void bring(List<T> pieces) {
        throwFailure();
        try {
            brought.put(pieces);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Returns when all is done.
     *
     * @throws RuntimeException what a piece failed with
     */
    void finish() {
        bring(next);
        bring(end);
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        throwFailure();
    }

    private void throwFailure() {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Gives up what is not done; after {@link #finish} there is nothing left. */
    @Override
    public void close() {
        worker.interrupt();
    }
}
