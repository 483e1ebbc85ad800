package org.handrail.notifier.bounce;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses that a text names, in lower case. */
final class Named {

    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}[\\p{L}\\p{N}-]{2,63}");
    private static final int MOST = 50;

    private Named() {
    }

    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        ADDRESS.matcher(text).results().limit(MOST)
                .forEach(address -> found.add(address.group().toLowerCase(Locale.ROOT)));
        return found;
    }

    static String firstIn(String text) {
        return in(text).stream().findFirst().orElse("");
    }
}
