package org.handrail.followup.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.publishing.Move;
import org.handrail.followup.publishing.Moves;
import org.jspecify.annotations.Nullable;

/** Moves to another version of a schedule, in a map. */
final class MemoryMoves implements Moves {

    private final Map<UUID, Move> moves = new LinkedHashMap<>();
    private final MemoryCases cases;

    MemoryMoves(MemoryCases cases) {
        this.cases = cases;
    }

    @Override
    public void add(Move move) {
        store(move);
    }

    @Override
    public Optional<Move> hold() {
        return moves.values().stream().filter(move -> move.state() == Move.State.RUNNING).findFirst();
    }

    @Override
    public Optional<Move> hold(UUID moveId) {
        return find(moveId);
    }

    @Override
    public Optional<Move> find(UUID moveId) {
        return Optional.ofNullable(moves.get(moveId));
    }

    @Override
    public List<Move> of(String scheduleId) {
        List<Move> found = new ArrayList<>(moves.values());
        found.removeIf(move -> !move.scheduleId().equals(scheduleId));
        found.sort(Comparator.comparing(Move::effectiveAt).reversed());
        return found;
    }

    @Override
    public Optional<Move> underWay(String scheduleId) {
        return of(scheduleId).stream().filter(Move::isUnderWay).findFirst();
    }

    @Override
    public void store(Move move) {
        moves.put(move.id(), move);
    }

    @Override
    public List<Ref> next(String scheduleId, int below, @Nullable UUID after, int size) {
        return cases.enrolments().stream().filter(each -> each.end() == null)
                .map(MemoryCases.Kept::origin)
                .filter(each -> each.scheduleId().equals(scheduleId) && each.scheduleVersion() < below)
                .filter(each -> after == null || each.id().toString().compareTo(after.toString()) > 0)
                .sorted(Comparator.comparing(each -> each.id().toString()))
                .limit(size).map(each -> new Ref(each.id(), each.clientId())).toList();
    }
}
