package org.handrail.notifier.wordlist;

import java.util.List;

/**
 * What somebody wants to add to the list or take off it.
 *
 * @param revision that they saw
 * @param remove   own entries only
 */
public record WordChange(String editor, String why, long revision, List<String> add, List<String> remove) {

    public WordChange {
        add = add.stream().map(String::strip).toList();
        remove = remove.stream().map(String::strip).toList();
    }
}
