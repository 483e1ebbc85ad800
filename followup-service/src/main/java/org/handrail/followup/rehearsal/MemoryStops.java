package org.handrail.followup.rehearsal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.queue.StaffStop;
import org.handrail.followup.queue.StaffStops;

/** Stops heard by imaginary staff. Nobody else claims them, so leases need no keeping. */
final class MemoryStops implements StaffStops {

    private final Map<UUID, StaffStop> byTask = new LinkedHashMap<>();

    @Override
    public boolean enter(StaffStop stop, Instant nextAttempt) {
        return byTask.putIfAbsent(stop.taskId(), stop) == null;
    }

    @Override
    public Optional<StaffStop> ofTask(UUID taskId) {
        return Optional.ofNullable(byTask.get(taskId));
    }

    @Override
    public List<StaffStop> ofClient(UUID clientId) {
        return byTask.values().stream().filter(stop -> stop.clientId().equals(clientId))
                .sorted(Comparator.comparing(StaffStop::heardAt).reversed()).toList();
    }

    @Override
    public Collection<UUID> tasksWaiting(Collection<UUID> taskIds) {
        return taskIds.stream().filter(id -> ofTask(id).filter(stop -> stop.inForceSince() == null).isPresent())
                .toList();
    }

    @Override
    public boolean inForce(UUID stopId, Instant since) {
        Optional<StaffStop> waiting = byTask.values().stream()
                .filter(stop -> stop.stopId().equals(stopId) && stop.inForceSince() == null).findFirst();
        waiting.ifPresent(stop -> byTask.put(stop.taskId(), new StaffStop(stop.stopId(), stop.clientId(),
                stop.taskId(), stop.recordedBy(), stop.note(), stop.heardAt(), since)));
        return waiting.isPresent();
    }

    @Override
    public List<StaffStop> claimDue(Instant at, Instant leaseUntil, int atMost) {
        return byTask.values().stream().filter(stop -> stop.inForceSince() == null).limit(atMost).toList();
    }
}
