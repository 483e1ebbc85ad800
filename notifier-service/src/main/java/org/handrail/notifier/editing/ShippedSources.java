package org.handrail.notifier.editing;

import java.util.Map;

/** The templates that come with this release, by key. */
public interface ShippedSources {

    Map<String, Sources> byKey();
}
