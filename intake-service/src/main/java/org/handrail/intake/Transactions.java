package org.handrail.intake;

import java.util.function.Supplier;

/** One database transaction around a use case; joins one that is under way. */
public interface Transactions {

    <T> T inOne(Supplier<T> work);
}
