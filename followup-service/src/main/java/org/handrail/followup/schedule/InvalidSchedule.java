package org.handrail.followup.schedule;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that is no schedule, with every fault found. */
public final class InvalidSchedule extends RuntimeException {

    private final transient List<Fault> faults;

    public InvalidSchedule(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
