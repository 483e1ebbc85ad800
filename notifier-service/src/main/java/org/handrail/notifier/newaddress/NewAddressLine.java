package org.handrail.notifier.newaddress;

/** The way to intake-service, which keeps addresses. */
@FunctionalInterface
public interface NewAddressLine {

    /** Idempotent: telling it twice gives the same answer. */
    Answer tell(AddressWish confirmed);

    /** What intake-service said. */
    sealed interface Answer {

        /** @param addressVersion which of the client's addresses it is now */
        record Taken(int addressVersion) implements Answer {
        }

        /** Never: the client is gone, has another address by now, or this can't be one. */
        record Refused() implements Answer {
        }

        record Silent() implements Answer {
        }
    }
}
