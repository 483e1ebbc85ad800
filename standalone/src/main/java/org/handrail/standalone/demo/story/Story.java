package org.handrail.standalone.demo.story;

import java.util.List;

/** The whole of it. */
public final class Story {

    private Story() {
    }

    public static List<Beat> beats(StoryTime time, Cast cast, Doors doors) {
        Plot plot = new Plot(time);
        List.of(new Admissions(plot, cast, doors), new Visits(plot, cast, doors), new Inquiries(plot, cast, doors),
                new Calls(plot, cast, doors), new Stops(plot, cast, doors)).forEach(Scenes::tell);
        return plot.inOrder();
    }
}
