package org.handrail.notifier.template.mustache;

/** A template can't be used; says where. Thrown at start, so that nothing broken is ever sent. */
final class UnusableTemplate extends IllegalStateException {

    UnusableTemplate(String place, String reason) {
        super(place + ": " + reason);
    }
}
