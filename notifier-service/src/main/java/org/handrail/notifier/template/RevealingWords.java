package org.handrail.notifier.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The words that discreet mail must not contain, found in one pass over a text however many they are (an automaton
 * after Aho and Corasick). Those with figures in them are {@link TolerantSearch}'s alone. Immutable.
 */
public final class RevealingWords {

    private static final int LETTERS = 27;

    private final List<String> words;
    private final int[] next;
    private final int[] found;

    /**
     * @param entries as in the word list: {@code word}, {@code stem*}, {@code *part*} or several words; lines that are
     *                blank or begin with # do not count
     */
    public RevealingWords(Collection<String> entries) {
        this.words = entries.stream().map(String::strip)
                .filter(entry -> !entry.isEmpty() && !entry.startsWith("#")).distinct().toList();
        List<int[]> nodes = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        addNode(nodes, ends);
        for (int word = 0; word < words.size(); word++) {
            if (words.get(word).chars().noneMatch(Character::isDigit)) {
                addWord(nodes, ends, pattern(words.get(word)), word);
            }
        }
        this.next = new int[nodes.size() * LETTERS];
        this.found = ends.stream().mapToInt(Integer::intValue).toArray();
        link(nodes);
    }

    /** The entry of the list that shows in the text, if any. */
    public Optional<String> findIn(String text) {
        return findIn(Folding.of(text));
    }

    Optional<String> findIn(Folding folded) {
        int state = 0;
        for (int i = 0; i < folded.length(); i++) {
            state = next[state * LETTERS + folded.at(i)];
            if (found[state] >= 0) {
                return Optional.of(words.get(found[state]));
            }
        }
        return Optional.empty();
    }

    List<String> entries() {
        return words;
    }

    public int size() {
        return words.size();
    }

    /** A space at an end that is the end of a word. */
    private static byte[] pattern(String entry) {
        Folding folded = Folding.of(entry);
        if (folded.letters() == 0) {
            throw new IllegalArgumentException("The list of revealing words has an entry without a letter: " + entry);
        }
        int from = entry.startsWith("*") ? 1 : 0;
        byte[] pattern = new byte[folded.length() - from - (entry.endsWith("*") ? 1 : 0)];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = folded.at(from + i);
        }
        return pattern;
    }

    private static void addNode(List<int[]> nodes, List<Integer> ends) {
        int[] node = new int[LETTERS];
        Arrays.fill(node, -1);
        nodes.add(node);
        ends.add(-1);
    }

    private static void addWord(List<int[]> nodes, List<Integer> ends, byte[] pattern, int word) {
        int state = 0;
        for (byte letter : pattern) {
            if (nodes.get(state)[letter] < 0) {
                nodes.get(state)[letter] = nodes.size();
                addNode(nodes, ends);
            }
            state = nodes.get(state)[letter];
        }
        ends.set(state, word);
    }

    /** Breadth first: where a node has no edge of its own, go where its longest proper suffix goes. */
    private void link(List<int[]> nodes) {
        int[] suffix = new int[nodes.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            if (found[state] < 0) {
                found[state] = found[suffix[state]];
            }
            for (int letter = 0; letter < LETTERS; letter++) {
                int own = nodes.get(state)[letter];
                int inherited = state == 0 ? 0 : next[suffix[state] * LETTERS + letter];
                next[state * LETTERS + letter] = own < 0 ? inherited : own;
                if (own >= 0) {
                    suffix[own] = inherited;
                    queue.add(own);
                }
            }
        }
    }
}
