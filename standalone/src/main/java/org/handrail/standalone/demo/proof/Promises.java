package org.handrail.standalone.demo.proof;

import java.util.List;
import java.util.stream.Stream;

/** All that the story can show. */
public final class Promises {

    private Promises() {
    }

    public static List<Promise> all() {
        return Stream.of(ConsentPromises.all(), MailPromises.all(), AppointmentPromises.all(), WorkPromises.all())
                .flatMap(List::stream).toList();
    }
}
