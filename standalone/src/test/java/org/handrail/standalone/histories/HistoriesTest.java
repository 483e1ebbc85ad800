package org.handrail.standalone.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoriesTest {

    private static final int RUNS = 1_000;

    @Test
    void theEngineAndTheModelComeToTheSame() {
        Optional<Divergence> first = LongStream.range(0, RUNS)
                .mapToObj(seed -> Trial.of(new HistoryMaker(seed).history()).divergence()).flatMap(Optional::stream)
                .findFirst();

        assertThat(first.map(Shrinking::shrunk).map(each -> "seed " + each.history().seed() + "\n" + each.told()))
                .isEmpty();
    }
}
