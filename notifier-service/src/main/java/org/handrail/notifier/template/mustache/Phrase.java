package org.handrail.notifier.template.mustache;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A piece of a template: text with placeholders, checked when it is read. Renders plain text, never markup. */
final class Phrase {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);

    private static final int LONGEST_NAME = 40;

    private final Template template;
    private final String source;
    private boolean faulty;
    private final Set<Placeholder> placeholders = EnumSet.noneOf(Placeholder.class);

    /** Faults are told; what is at fault renders as nothing. */
    Phrase(Place where, String source) {
        this.source = source;
        Place place = new Place(where.name(), (name, message) -> {
            faulty = true;
            where.faults().accept(name, message);
        });
        this.template = compile(place, source);
        template.visit(new Check(place));
        for (Placeholder placeholder : placeholders) {
            if (placeholder.isOptional() && stripped(source, placeholder).contains(placeholder.key())) {
                place.fault("holds {{" + placeholder.key() + "}} outside of {{#" + placeholder.key() + "}}...{{/"
                        + placeholder.key() + "}}, and it may be empty");
            }
        }
    }

    private static Template compile(Place place, String source) {
        try {
            return COMPILER.compile(source);
        } catch (MustacheException e) {
            place.fault("has a placeholder that is not closed, not opened, or no placeholder at all");
            return COMPILER.compile("");
        }
    }

    /** Without what is only read when the placeholder has a value. */
    private static String stripped(String source, Placeholder placeholder) {
        String name = Pattern.quote(placeholder.key());
        return source.replaceAll("(?s)\\{\\{\\s*#\\s*" + name + "\\s*}}.*?\\{\\{\\s*/\\s*" + name + "\\s*}}", "")
                .replaceAll("\\{\\{\\s*[\\^/]\\s*" + name + "\\s*}}", "");
    }

    /** As it was written. */
    String source() {
        return source;
    }

    boolean isFaulty() {
        return faulty;
    }

    /** All that it names outside of sections or inside. */
    Set<Placeholder> placeholders() {
        return placeholders;
    }

    /** Those that must have a value. */
    Set<Placeholder> required() {
        EnumSet<Placeholder> required = EnumSet.noneOf(Placeholder.class);
        required.addAll(placeholders);
        required.removeIf(Placeholder::isOptional);
        return required;
    }

    String render(Map<String, String> values) {
        return faulty ? "" : template.execute(values);
    }

    private final class Check implements Mustache.Visitor {

        private final Place place;

        private Check(Place place) {
            this.place = place;
        }

        @Override
        public void visitText(String text) {
            if (text.contains("{{") || text.contains("}}")) {
                place.fault("has a placeholder that is not closed, or not opened");
            }
        }

        @Override
        public void visitVariable(String name) {
            known(name).ifPresent(placeholders::add);
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
            place.fault("includes " + named(name) + "; a template stands alone");
            return false;
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
            if (known(name).filter(placeholder -> !placeholder.isOptional()).isPresent()) {
                place.fault("{{#" + named(name) + "}} asks for something that is always there");
            }
            return true;
        }

        private Optional<Placeholder> known(String name) {
            Optional<Placeholder> known = Placeholder.named(name);
            if (known.isEmpty()) {
                place.fault("has an unknown placeholder {{" + named(name) + "}}");
            }
            return known;
        }

        private static String named(String name) {
            return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
        }
    }
}
