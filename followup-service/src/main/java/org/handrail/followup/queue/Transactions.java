package org.handrail.followup.queue;

import java.util.function.Supplier;

/** Runs work in one transaction: all of it or nothing. */
public interface Transactions {

    <T> T inOne(Supplier<T> work);
}
