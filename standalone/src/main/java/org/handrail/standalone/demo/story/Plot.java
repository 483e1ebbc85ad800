package org.handrail.standalone.demo.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All beats, in the order of their time; those of the same time in the order in which they were told. */
public final class Plot {

    private final StoryTime time;
    private final List<Beat> beats = new ArrayList<>();

    public Plot(StoryTime time) {
        this.time = time;
    }

    public StoryTime time() {
        return time;
    }

    public Plot on(int day, String localTime, Person who, String told, Beat.Act act) {
        return at(time.on(day, localTime), who, told, act);
    }

    public Plot at(Instant instant, Person who, String told, Beat.Act act) {
        beats.add(new Beat(instant, who, told, act));
        return this;
    }

    public List<Beat> inOrder() {
        return beats.stream().sorted(Comparator.comparing(Beat::at)).toList();
    }
}
