package org.handrail.standalone.bench;

import java.util.Map;

/** Something to measure with {@code ./handrail bench NAME}. */
public interface Benchmark {

    /** As typed. */
    String name();

    /** One line of help, with the options it takes. */
    String summary();

    /** @param options without dashes, such as {@code runs} to {@code 3} */
    Measurement run(Map<String, String> options) throws Exception;
}
