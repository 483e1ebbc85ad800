package org.handrail.notifier.bounce;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A basic reply code (RFC 5321): tells what may pass from what will not, and little else. */
record ReplyCode(int number) {

    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\w.,:/-])([45][0-5]\\d)(?=[ \\-:;#,.]|$)(?!\\.\\d)",
            Pattern.MULTILINE);

    static Optional<ReplyCode> firstIn(String text) {
        Matcher code = IN_TEXT.matcher(text);
        return code.find() ? Optional.of(new ReplyCode(Integer.parseInt(code.group(1)))) : Optional.empty();
    }

    boolean isTransient() {
        return number < 500;
    }

    /** RFC 7504: that host takes no mail at all. */
    boolean refusesAllMail() {
        return number == 521 || number == 556;
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
