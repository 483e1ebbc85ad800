package org.handrail.standalone.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark found.
 *
 * @param figures measured on Handrail
 * @param bounds  measured in the same run on something else, or promised
 * @param ratios  of a figure to a bound
 */
public record Measurement(String name, List<Figure> figures, List<Figure> bounds, List<Figure> ratios) {

    public Measurement {
        figures = List.copyOf(figures);
        bounds = List.copyOf(bounds);
        ratios = List.copyOf(ratios);
    }

    /** @param unit such as {@code s}, {@code MiB}, {@code 1/s}; empty for a ratio */
    public record Figure(String name, double value, String unit) {
    }

    public String asText() {
        var text = new StringBuilder(name).append('\n');
        section(text, "measured", figures);
        section(text, "bounds", bounds);
        section(text, "ratios", ratios);
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<Figure> figures) {
        if (!figures.isEmpty()) {
            text.append("  ").append(title).append('\n');
            figures.forEach(figure -> text.append(String.format(Locale.ROOT, "    %-44s %10.2f %s%n",
                    figure.name(), figure.value(), figure.unit())));
        }
    }

    public static Builder of(String name) {
        return new Builder(name);
    }

    /** Collects figures as they are measured. */
    public static final class Builder {

        private final String name;
        private final List<Figure> figures = new ArrayList<>();
        private final List<Figure> bounds = new ArrayList<>();
        private final List<Figure> ratios = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder figure(String figure, double value, String unit) {
            figures.add(new Figure(figure, value, unit));
            return this;
        }

        public Builder bound(String bound, double value, String unit) {
            bounds.add(new Figure(bound, value, unit));
            return this;
        }

        public Builder ratio(String ratio, double value) {
            ratios.add(new Figure(ratio, value, ""));
            return this;
        }

        public Measurement build() {
            return new Measurement(name, figures, bounds, ratios);
        }
    }
}
