package org.handrail.standalone.demo.screen;

/** Colours for people at a terminal; none when piped or NO_COLOR is set (https://no-color.org). */
public enum Paint {
    PLAIN(""), FAINT("2"), BOLD("1"), IN("36"), TASK("33"), MAIL("32"), HELD("35"), BAD("1;31"), GOOD("1;32");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text, boolean colours) {
        return !colours || code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    public static boolean wanted(java.util.Map<String, String> environment, boolean terminal) {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }
}
