package org.handrail.standalone.demo.screen;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Lines of at most {@value #WIDTH} columns. */
public final class Screen {

    public static final int WIDTH = 96;

    private final PrintStream out;
    private final boolean colours;

    public Screen(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    public void line() {
        out.println();
    }

    public void line(String text) {
        out.println(text);
    }

    public void line(Paint paint, String text) {
        out.println(paint.on(text, colours));
    }

    public void heading(String text) {
        out.println();
        out.println(Paint.BOLD.on(text, colours));
        out.println(Paint.FAINT.on("-".repeat(WIDTH), colours));
    }

    public String paint(Paint paint, String text) {
        return paint.on(text, colours);
    }

    /** A painted beginning of known width, then text that wraps below itself. */
    public void hanging(String painted, int width, Paint paint, String text) {
        String indent = " ".repeat(width);
        boolean first = true;
        for (String part : wrap(text, WIDTH - width)) {
            out.println((first ? painted : indent) + paint.on(part, colours));
            first = false;
        }
    }

    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    public static String pad(String text, int width) {
        return text.length() >= width ? text.substring(0, width) : text + " ".repeat(width - text.length());
    }
}
