package org.handrail.followup.console.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.followup.timeline.web.Moments;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as a picture: the anchor is the upright line at zero, each step has a row of its own, so that labels
 * never meet. In the picture's own units.
 *
 * @param now where the present is; null when it is not shown
 */
record Drawing(int width, int height, int zero, @Nullable Integer now, List<Tick> ticks, List<Mark> marks) {

    private static final int WIDTH = 960;
    private static final int MARGIN = 40;
    private static final int HEAD = 44;
    private static final int ROW = 30;

    enum Shape { EMAIL, TASK, ON_CALL }

    enum State { PLANNED, DONE, SKIPPED }

    /**
     * @param number as in the table below the picture
     * @param every  repeated every day up to this offset
     */
    record Item(int number, Shape shape, State state, Duration offset, boolean every, String label) {
    }

    /** @param label {@code -3 d}; empty at zero */
    record Tick(int x, String label) {
    }

    /**
     * @param before the label stands before the mark, because there is more room
     */
    record Mark(Item item, int x, int y, boolean before) {

        public int labelX() {
            return before ? x - 16 : x + 16;
        }
    }

    static Drawing of(List<Item> items, @Nullable Duration now) {
        List<Duration> offsets = Stream.concat(items.stream().map(Item::offset), Stream.ofNullable(now))
                .filter(Objects::nonNull).toList();
        Scale scale = new Scale(offsets, MARGIN, WIDTH - MARGIN);
        List<Mark> marks = IntStream.range(0, items.size()).mapToObj(row -> {
            int x = scale.x(items.get(row).offset());
            return new Mark(items.get(row), x, HEAD + row * ROW + ROW / 2, x > WIDTH * 0.55);
        }).toList();
        List<Tick> ticks = scale.ticks().stream().map(tick -> new Tick(scale.x(tick), label(tick))).toList();
        return new Drawing(WIDTH, HEAD + items.size() * ROW + (now == null ? 8 : 22), scale.zero(), now == null ? null : scale.x(now),
                ticks, marks);
    }

    private static String label(Duration tick) {
        return tick.isZero() ? "" : (tick.isNegative() ? "−" : "+") + Moments.length(tick);
    }

    public int margin() {
        return MARGIN;
    }

    public int head() {
        return HEAD;
    }
}
