package org.handrail.notifier.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The header fields of a message or a part, in their order; names without regard to case, values unfolded. */
public final class Headers {

    private static final int MOST = 500;
    /** Characters kept of a field. */
    private static final int LONGEST = 16_384;

    private record Field(String name, String value) {
    }

    private final List<Field> fields = new ArrayList<>();

    /** @param lines bytes as ISO 8859-1; what is no field and continues none ends them */
    static Headers parse(List<String> lines) {
        Headers headers = new Headers();
        StringBuilder field = new StringBuilder();
        String before = "";
        for (String line : lines) {
            boolean continues = continues(line, before);
            before = line;
            if (continues) {
                append(field.append(' '), line.strip());
            } else {
                headers.add(field.toString());
                field = append(new StringBuilder(), line);
            }
        }
        headers.add(field.toString());
        return headers;
    }

    /** Some forget to indent the parameters that they put on a line of their own. */
    static boolean continues(String line, String before) {
        return line.startsWith(" ") || line.startsWith("\t")
                || before.stripTrailing().endsWith(";") && !line.isBlank() && !MimeParser.isField(line);
    }

    private static StringBuilder append(StringBuilder field, String more) {
        return field.append(more, 0, Math.max(0, Math.min(more.length(), LONGEST - field.length())));
    }

    private void add(String field) {
        int colon = field.indexOf(':');
        if (colon > 0 && fields.size() < MOST) {
            fields.add(new Field(field.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    field.substring(colon + 1).strip()));
        }
    }

    /** As it stands there; empty when there is none. */
    public String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public List<String> all(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream().filter(field -> field.name().equals(wanted)).map(Field::value).toList();
    }

    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** Of every field, in their order. */
    public List<String> values() {
        return fields.stream().map(Field::value).toList();
    }

    /** As a reader sees it, encoded words decoded. */
    public String text(String name) {
        return EncodedWords.decode(first(name));
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }
}
