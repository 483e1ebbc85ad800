package org.handrail.notifier.template.mustache;

import java.util.List;

/** The parts of a message's body, in the order they are read. */
sealed interface Block {

    record Paragraph(Phrase text) implements Block {
    }

    /** Lines {@code * Label: value} that follow each other. */
    record Facts(List<Fact> facts) implements Block {

        record Fact(Phrase label, Phrase value) {
        }
    }

    /** A line {@code [Label](address)}: what the reader can do. */
    record Action(Phrase label, Phrase address) implements Block {
    }

    /** The same at the foot, without a button's weight: {@code ([Label](address))}. */
    record Aside(Phrase label, Phrase address) implements Block {
    }
}
