package org.handrail.standalone.demo.proof;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that give treatment away, listed here apart from the product's own list. */
final class Revealing {

    private static final List<String> ANYWHERE = List.of("detox", "rehab", "recover", "recuper", "addict", "adicc",
            "adict", "alcohol", "therap", "terap", "counsel", "consejer", "sober", "sobri", "opioid", "opiate", "opiace",
            "overdos", "sobredosis", "relaps", "recaida", "heroin", "fentanyl", "cocain", "methadon", "metadon",
            "buprenor", "suboxone", "naltrexon", "vivitrol", "naloxon", "narcan", "psych", "psiqu", "desintox");
    private static final List<String> WORDS = List.of("substance", "substances", "sustancia", "sustancias", "treatment",
            "tratamiento", "medication", "medicamento", "diagnosis", "disorder", "trastorno", "withdrawal",
            "abstinencia", "drug", "drugs", "droga", "drogas", "sud", "oud", "lcsw", "ladc", "lpc", "insurance",
            "medicaid", "medicare", "seguro", "inpatient", "outpatient", "residential", "missed", "no-show", "perdida",
            "falto");
    private static final Pattern PATTERN = Pattern.compile(
            "(" + String.join("|", ANYWHERE) + ")|\\b(" + String.join("|", WORDS) + ")\\b");

    private Revealing() {
    }

    static Optional<String> in(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        Matcher matcher = PATTERN.matcher(plain);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
