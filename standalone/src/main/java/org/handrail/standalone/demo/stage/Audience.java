package org.handrail.standalone.demo.stage;

import java.time.Instant;
import org.handrail.standalone.demo.story.Beat;

/** Whoever watches the story. */
public interface Audience {

    void begins(Beat beat);

    void happened(Instant at, News news);
}
