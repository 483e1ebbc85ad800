package org.handrail.followup.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBenchTest {

    @Test
    void doesAllInTheOrderInWhichItWasBrought() {
        List<Integer> done = new ArrayList<>();
        try (SideBench<Integer> bench = new SideBench<>("test", done::add)) {
            IntStream.range(0, 100_123).forEach(bench::accept);
            bench.finish();
        }

        assertThat(done).containsExactlyElementsOf(IntStream.range(0, 100_123).boxed().toList());
    }

    @Test
    void doesNothingWhenNothingIsBrought() {
        AtomicInteger done = new AtomicInteger();
        try (SideBench<Integer> bench = new SideBench<>("test", piece -> done.incrementAndGet())) {
            bench.finish();
        }

        assertThat(done).hasValue(0);
    }

    @Test
    void tellsWhoeverBringsWhatAPieceFailedWith() {
        AtomicInteger brought = new AtomicInteger();

        assertThatThrownBy(() -> {
            try (SideBench<Integer> bench = new SideBench<>("test", SideBenchTest::refuse)) {
                for (int i = 0; i < 10_000_000; i++) {
                    bench.accept(i);
                    brought.incrementAndGet();
                }
                bench.finish();
            }
        }).isInstanceOf(IllegalArgumentException.class).hasMessage("no 700");

        assertThat(brought.get()).as("it need not bring all the rest").isLessThan(10_000_000);
    }

    @Test
    void failsAtTheEndWhenTheLastPieceFails() {
        assertThatThrownBy(() -> {
            try (SideBench<Integer> bench = new SideBench<>("test", SideBenchTest::refuse)) {
                bench.accept(700);
                bench.finish();
            }
        }).hasMessage("no 700");
    }

    private static void refuse(int piece) {
        if (piece == 700) {
            throw new IllegalArgumentException("no 700");
        }
    }
}
