package org.handrail.notifier.template;

import java.util.function.BiConsumer;

/** Words that go into mail now: templates, settings, sites. For saying what a new entry of the list would hold back. */
public interface TextsInForce {

    /** @param text takes a place, as an editor knows it, and what stands there */
    void tell(BiConsumer<String, String> text);
}
