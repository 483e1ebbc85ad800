package org.handrail.notifier.template;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Character references of HTML: numbers, letters of all kinds by their names, signs, and what nobody sees. */
final class Entities {

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#0*(\\d{1,7})|#[xX]0*([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));?");
    /** A Latin letter with something to it, or in another kind of type. */
    private static final Pattern LATIN = Pattern.compile(
            "([A-Za-z])(?:acute|grave|uml|circ|tilde|cedil|ring|slash|caron|macr|breve|ogon|dot|strok|midot|opf|scr|fr)");
    private static final String GREEK = "alpha \u03b1 beta \u03b2 gamma \u03b3 delta \u03b4 epsilon \u03b5 epsi \u03b5 zeta \u03b6 eta \u03b7 "
            + "theta \u03b8 iota \u03b9 kappa \u03ba lambda \u03bb mu \u03bc nu \u03bd xi \u03be omicron \u03bf pi \u03c0 rho \u03c1 sigma \u03c3 tau \u03c4 "
            + "upsilon \u03c5 phi \u03c6 chi \u03c7 psi \u03c8 omega \u03c9";
    private static final String CYRILLIC = "acy \u0430 bcy \u0431 vcy \u0432 gcy \u0433 dcy \u0434 iecy \u0435 zhcy \u0436 zcy \u0437 icy \u0438 jcy \u0439 kcy "
            + "\u043a lcy \u043b mcy \u043c ncy \u043d ocy \u043e pcy \u043f rcy \u0440 scy \u0441 tcy \u0442 ucy \u0443 fcy \u0444 khcy \u0445 tscy \u0446 chcy \u0447 shcy "
            + "\u0448 iukcy \u0456 yicy \u0457 jsercy \u0458 dscy \u0455 shhcy \u04bb";
    private static final String SIGNS = "amp & lt < gt > quot \" apos ' num # dollar $ percnt % commat @ period . comma , colon : semi ; "
            + "excl ! quest ? lpar ( rpar ) lsqb [ lbrack [ rsqb ] rbrack ] lcub { lbrace { rcub } rbrace } sol / bsol \\ "
            + "verbar | vert | lowbar _ hyphen - dash - ndash - mdash - minus - plus + ast * midast * equals = grave ` "
            + "tilde ~ Hat ^ cent \u00a2 pound \u00a3 euro \u20ac yen \u00a5 copy \u00a9 reg \u00ae sect \u00a7 szlig \u00df eth \u00f0 ETH \u00d0 thorn \u00fe "
            + "THORN \u00de aelig ae AElig AE oelig oe OElig OE inodot \u0131 imath \u0131 iexcl \u00a1 dagger \u2020 times x middot \u00b7 bull \u2022";
    private static final String UNSEEN = "shy zwj zwnj lrm rlm ZeroWidthSpace NegativeThinSpace NegativeMediumSpace "
            + "NegativeThickSpace NegativeVeryThinSpace NoBreak InvisibleTimes it InvisibleComma ic ApplyFunction af";
    private static final String BLANKS = "nbsp NonBreakingSpace Tab NewLine ensp emsp emsp13 emsp14 numsp puncsp thinsp "
            + "ThinSpace hairsp VeryThinSpace MediumSpace";
    private static final Map<String, String> NAMED = named();

    private Entities() {
    }

    static String decode(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    private static String character(MatchResult found) {
        @Nullable String name = found.group(3);
        if (name == null) {
            int point = found.group(1) != null ? Integer.parseInt(found.group(1)) : Integer.parseInt(found.group(2), 16);
            return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
        }
        Matcher latin = LATIN.matcher(name);
        return latin.matches() ? latin.group(1) : NAMED.getOrDefault(name, found.group());
    }

    private static Map<String, String> named() {
        Map<String, String> named = new HashMap<>();
        for (String pairs : new String[] {GREEK, CYRILLIC, SIGNS}) {
            String[] each = pairs.split(" ");
            for (int i = 0; i < each.length; i += 2) {
                named.put(each[i], each[i + 1]);
            }
        }
        for (String pairs : new String[] {GREEK, CYRILLIC}) {
            String[] each = pairs.split(" ");
            for (int i = 0; i < each.length; i += 2) {
                named.put(Character.toUpperCase(each[i].charAt(0)) + each[i].substring(1), each[i + 1]);
                named.put(each[i].replaceFirst("cy$", "").toUpperCase(Locale.ROOT) + "cy", each[i + 1]);
            }
        }
        for (String unseen : UNSEEN.split(" ")) {
            named.put(unseen, "");
        }
        for (String blank : BLANKS.split(" ")) {
            named.put(blank, " ");
        }
        return Map.copyOf(named);
    }
}
