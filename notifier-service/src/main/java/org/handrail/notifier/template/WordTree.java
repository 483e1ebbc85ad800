package org.handrail.notifier.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of the list as a tree of their letters, figures and the blanks between their words. Immutable. */
final class WordTree {

    static final int SYMBOLS = 38;
    static final int POINT = 37;
    private static final int FIRST_FIGURE = 27;

    private final List<Entry> entries = new ArrayList<>();
    private final int[] next;
    private final int[] ends;

    WordTree(Collection<String> words) {
        List<int[]> nodes = new ArrayList<>(List.of(node()));
        List<Integer> ending = new ArrayList<>(List.of(-1));
        for (String word : words) {
            Entry entry = Entry.of(word);
            int state = 0;
            for (int symbol : entry.symbols()) {
                if (nodes.get(state)[symbol] < 0) {
                    nodes.get(state)[symbol] = nodes.size();
                    nodes.add(node());
                    ending.add(-1);
                }
                state = nodes.get(state)[symbol];
            }
            int before = ending.get(state);
            if (before < 0 || entries.get(before).kind().compareTo(entry.kind()) < 0) {
                ending.set(state, entries.size());
            }
            entries.add(entry);
        }
        this.next = new int[nodes.size() * SYMBOLS];
        for (int i = 0; i < nodes.size(); i++) {
            System.arraycopy(nodes.get(i), 0, next, i * SYMBOLS, SYMBOLS);
        }
        this.ends = ending.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] node() {
        int[] node = new int[SYMBOLS];
        Arrays.fill(node, -1);
        return node;
    }

    enum Kind { WORD, STEM, PART }

    /** @param letters how many letters and figures it has */
    record Entry(String text, Kind kind, int letters, int[] symbols) {

        private static Entry of(String text) {
            Kind kind = text.startsWith("*") ? Kind.PART : text.endsWith("*") ? Kind.STEM : Kind.WORD;
            Folding folded = Folding.of(text.replaceAll("^\\*|\\*$", "").strip());
            boolean figures = text.chars().anyMatch(Character::isDigit);
            int[] symbols = new int[folded.size()];
            int length = 0;
            int letters = 0;
            for (int i = 0; i < folded.size(); i++) {
                byte glyph = folded.glyph(i);
                if (Glyph.isLetter(glyph) || Glyph.isFigure(glyph)) {
                    symbols[length++] = symbolOf(glyph);
                    letters++;
                } else if (figures && glyph == Glyph.DOT) {
                    symbols[length++] = POINT;
                } else if (length > 0 && symbols[length - 1] != Folding.SPACE) {
                    symbols[length++] = Folding.SPACE;
                }
            }
            return new Entry(text, kind, letters, Arrays.copyOf(symbols, length));
        }
    }

    static int symbolOf(byte glyph) {
        return Glyph.isFigure(glyph) ? FIRST_FIGURE + glyph - Glyph.NOUGHT : glyph;
    }

    /** Where a symbol leads from a node; -1: nowhere. The root is 0. */
    int next(int node, int symbol) {
        return next[node * SYMBOLS + symbol];
    }

    /** Null: no entry ends there. */
    @Nullable Entry endingAt(int node) {
        return ends[node] < 0 ? null : entries.get(ends[node]);
    }
}
