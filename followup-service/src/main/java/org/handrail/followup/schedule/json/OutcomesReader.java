package org.handrail.followup.schedule.json;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.NextMove;
import org.handrail.followup.time.PartOfDay;

/** What follows the outcomes of calls: an object with a field for each outcome that is to have its own answer. */
final class OutcomesReader {

    private static final int MOST_DAYS = 14;
    private static final String[] ANSWERABLE =
            NextMove.ANSWERABLE.stream().map(Enum::name).sorted().toArray(String[]::new);

    enum Then { CONTINUE, TRY_AGAIN, ASK_FOR_DETAILS, END }

    enum Part { MORNING, AFTERNOON, ANOTHER }

    private OutcomesReader() {
    }

    static Map<TaskOutcome, NextMove> read(Place place) {
        Map<TaskOutcome, NextMove> moves = new EnumMap<>(TaskOutcome.class);
        if (place.node() == null || !place.isObjectOf(ANSWERABLE)) {
            return moves;
        }
        for (String name : ANSWERABLE) {
            if (place.has(name)) {
                move(place.field(name)).ifPresent(move -> moves.put(TaskOutcome.valueOf(name), move));
            }
        }
        return moves;
    }

    private static Optional<NextMove> move(Place place) {
        if (!place.isObject()) {
            return place.fault("must be an object");
        }
        return place.field("then").oneOf(Then.class).flatMap(then -> switch (then) {
            case CONTINUE -> bare(place, new NextMove.Continue());
            case ASK_FOR_DETAILS -> bare(place, new NextMove.AskForDetails());
            case END -> bare(place, new NextMove.End());
            case TRY_AGAIN -> tryAgain(place);
        });
    }

    private static Optional<NextMove> bare(Place place, NextMove move) {
        place.isObjectOf("then");
        return Optional.of(move);
    }

    private static Optional<NextMove> tryAgain(Place place) {
        place.isObjectOf("then", "days", "part", "onceMore");
        Optional<Integer> days = place.field("days").number(0, MOST_DAYS);
        Optional<Part> part = place.has("part") ? place.field("part").oneOf(Part.class) : Optional.of(Part.ANOTHER);
        boolean onceMore = place.field("onceMore").flag();
        return days.flatMap(d -> part.map(p -> new NextMove.TryAgain(
                d, p == Part.ANOTHER ? null : PartOfDay.valueOf(p.name()), onceMore)));
    }
}
