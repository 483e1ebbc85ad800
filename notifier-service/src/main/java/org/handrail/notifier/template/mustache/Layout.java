package org.handrail.notifier.template.mustache;

import java.util.List;
import java.util.Map;

/**
 * Puts blocks into the one shared layout, as text and as HTML. Everything is escaped here, after the placeholders
 * have their values, so no value is ever read as markup.
 */
final class Layout {

    private static final List<Placeholder> WHOLE = List.of(Placeholder.SITE_PHONE, Placeholder.TIME);
    private static final String KEPT = "<span style=\"white-space:nowrap\">";
    private static final String PARAGRAPH = "<p style=\"margin:0 0 16px 0\">";
    private static final String FACTS = "<p class=\"facts\" style=\"margin:0 0 20px 0;padding:14px 18px;"
            + "border-left:4px solid #2f6f73;background-color:#f1f6f6\">";
    private static final String ACTION = "<p style=\"margin:0 0 24px 0\"><a class=\"action\" style=\"display:inline-block;"
            + "padding:12px 22px;border:1px solid #1f5c60;border-radius:6px;background-color:#1f5c60;color:#ffffff;"
            + "font-weight:bold;text-decoration:none\" href=\"";
    private static final String ASIDE = "<p style=\"margin:0 0 12px 0\"><a class=\"aside\" style=\"color:#1f5c60\" href=\"";

    private final String beforeTitle;
    private final String beforePreheader;
    private final String beforeBody;
    private final String beforeFoot;
    private final String end;

    /** @param source HTML with {@code {{language}} {{title}} {{preheader}} {{body}} {{foot}}}, once each, in this order */
    Layout(String source, String language) {
        String[] parts = source.strip().replace("{{language}}", language)
                .split("\\{\\{(title|preheader|body|foot)}}", -1);
        if (parts.length != 5) {
            throw new UnusableTemplate("layout.html", "must hold title, preheader, body and foot");
        }
        this.beforeTitle = parts[0];
        this.beforePreheader = parts[1];
        this.beforeBody = parts[2];
        this.beforeFoot = parts[3];
        this.end = parts[4];
    }

    record Body(String text, String html) {
    }

    Body lay(String subject, String preheader, List<Block> blocks, List<Block> foot, Map<String, String> values) {
        StringBuilder text = new StringBuilder(1_500);
        StringBuilder html = new StringBuilder(5_000)
                .append(beforeTitle).append(Html.escape(subject))
                .append(beforePreheader).append(Html.escape(preheader))
                .append(beforeBody);
        blocks.forEach(block -> write(block, values, text, html));
        text.append("---\n");
        html.append(beforeFoot);
        foot.forEach(block -> write(block, values, text, html));
        html.append(end).append('\n');
        text.setLength(text.length() - 1);
        return new Body(text.toString(), html.toString());
    }

    private static void write(Block block, Map<String, String> values, StringBuilder text, StringBuilder html) {
        if (block instanceof Block.Paragraph paragraph) {
            String words = paragraph.text().render(values);
            text.append(words).append("\n\n");
            html.append(PARAGRAPH).append(kept(Html.escape(words), values)).append("</p>\n");
        } else if (block instanceof Block.Facts facts) {
            writeFacts(facts, values, text, html);
        } else if (block instanceof Block.Action action) {
            writeLink(ACTION, action.label().render(values), action.address().render(values), text, html);
        } else if (block instanceof Block.Aside aside) {
            writeLink(ASIDE, aside.label().render(values), aside.address().render(values), text, html);
        }
    }

    /** A number or a time that a narrow screen broke in two would be hard to read, and to dial. */
    private static String kept(String html, Map<String, String> values) {
        String kept = html;
        for (Placeholder whole : WHOLE) {
            String value = values.get(whole.key());
            if (value != null && value.indexOf(' ') > 0) {
                String escaped = Html.escape(value);
                kept = kept.replace(escaped, KEPT + escaped + "</span>");
            }
        }
        return kept;
    }

    private static void writeFacts(
            Block.Facts facts, Map<String, String> values, StringBuilder text, StringBuilder html) {
        String before = FACTS;
        for (Block.Facts.Fact fact : facts.facts()) {
            String label = fact.label().render(values);
            String value = fact.value().render(values);
            text.append(label).append(": ").append(value).append('\n');
            html.append(before).append("<strong>").append(Html.escape(label)).append(":</strong> ")
                    .append(Html.escape(value));
            before = "<br>\n";
        }
        text.append('\n');
        html.append("</p>\n");
    }

    private static void writeLink(
            String opening, String label, String address, StringBuilder text, StringBuilder html) {
        text.append(label).append(":\n").append(address).append("\n\n");
        html.append(opening).append(Html.escape(address)).append("\">").append(Html.escape(label))
                .append("</a></p>\n");
    }
}
