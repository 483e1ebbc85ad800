package org.handrail.notifier.template.mustache;

import java.util.List;
import java.util.stream.Stream;

/** The parts of a message's body, in the order they are read. */
sealed interface Block {

    List<Phrase> phrases();

    record Paragraph(Phrase text) implements Block {

        @Override
        public List<Phrase> phrases() {
            return List.of(text);
        }
    }

    /** Lines {@code * Label: value} that follow each other. */
    record Facts(List<Fact> facts) implements Block {

        record Fact(Phrase label, Phrase value) {
        }

        @Override
        public List<Phrase> phrases() {
            return facts.stream().flatMap(fact -> Stream.of(fact.label(), fact.value())).toList();
        }
    }

    /** A line {@code [Label](address)}: what the reader can do. */
    record Action(Phrase label, Phrase address) implements Block {

        @Override
        public List<Phrase> phrases() {
            return List.of(label, address);
        }
    }

    /** The same at the foot, without a button's weight: {@code ([Label](address))}. */
    record Aside(Phrase label, Phrase address) implements Block {

        @Override
        public List<Phrase> phrases() {
            return List.of(label, address);
        }
    }
}
