package org.handrail.notifier.template.mustache;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A piece of a template: text with placeholders, checked when it is read. Renders plain text, never markup. */
final class Phrase {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);

    private final Template template;
    private final Set<Placeholder> placeholders = EnumSet.noneOf(Placeholder.class);

    Phrase(String place, String source) {
        try {
            this.template = COMPILER.compile(source);
        } catch (MustacheException e) {
            throw new UnusableTemplate(place, "not a template: " + e.getMessage());
        }
        template.visit(new Check(place));
    }

    /** Those that must have a value. */
    Set<Placeholder> required() {
        EnumSet<Placeholder> required = EnumSet.noneOf(Placeholder.class);
        required.addAll(placeholders);
        required.removeIf(Placeholder::isOptional);
        return required;
    }

    String render(Map<String, String> values) {
        return template.execute(values);
    }

    private final class Check implements Mustache.Visitor {

        private final String place;

        private Check(String place) {
            this.place = place;
        }

        @Override
        public void visitText(String text) {
            if (text.contains("{{") || text.contains("}}")) {
                throw new UnusableTemplate(place, "has a placeholder that is not closed, or not opened");
            }
        }

        @Override
        public void visitVariable(String name) {
            placeholders.add(known(name));
        }

        @Override
        public boolean visitSection(String name) {
            return presence(name);
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return presence(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw new UnusableTemplate(place, "includes " + name + "; a template stands alone");
        }

        @Override
        public boolean visitParent(String name) {
            return visitInclude(name);
        }

        @Override
        public boolean visitBlock(String name) {
            return visitInclude(name);
        }

        private boolean presence(String name) {
            if (!known(name).isOptional()) {
                throw new UnusableTemplate(place, "{{#" + name + "}} asks for something that is always there");
            }
            return true;
        }

        private Placeholder known(String name) {
            return Placeholder.named(name)
                    .orElseThrow(() -> new UnusableTemplate(place, "unknown placeholder {{" + name + "}}"));
        }
    }
}
