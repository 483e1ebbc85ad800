package org.handrail.notifier.bounce;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handrail.notifier.mime.MimePart;

/** What a person wrote, above what they quote and before their signature. */
final class Replies {

    private static final int LONGEST = 10_000;
    private static final Pattern QUOTE = Pattern.compile("(?iu)^\\s*(?:>.*|(?:on|el|am|le|em|il|op|w dniu) .{4,200}(?:wrote|escribi[oó]|schrieb|a [ée]crit|escreveu|ha scritto|schreef|napisa[lł]\\S*)\\s*:?\\s*$"
            + "|-{2,}\\s*(?:original message|mensaje original|urspr[uü]ngliche nachricht|message d'origine|forwarded message).*|_{10,}\\s*$"
            + "|(?:from|de|von|da|van|od):\\s.*@.*|\\*?(?:from|de|von):\\*?\\s.+(?:\\[mailto:|<).*)");
    private static final Pattern SIGNATURE = Pattern.compile("^(?:-- ?|—|__+|sent from my .*|enviado desde .*|get outlook for .*|obtener outlook .*)$", Pattern.CASE_INSENSITIVE);
    /** A date line that a mail program broke in two. */
    private static final Pattern BROKEN_QUOTE = Pattern.compile("(?iu)^(?:on|el) .{4,200}$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private static final Set<String> STOP = Set.of("stop", "stop all", "stopall", "unsubscribe", "unsubscribe me", "please unsubscribe",
            "please unsubscribe me", "please stop", "stop please", "stop it", "stop emails", "stop email", "stop emailing me", "stop sending emails",
            "stop sending me emails", "no more emails", "no more email", "opt out", "optout", "end", "quit", "remove", "remove me", "please remove me",
            "cancel", "cancel emails", "parar", "pare", "paren", "alto", "baja", "darme de baja", "dar de baja", "deme de baja", "cancelar",
            "cancelar suscripcion", "cancelar correos", "detener", "detengan", "no mas", "no mas correos", "no enviar mas", "basta", "por favor paren",
            "alto por favor", "stop stop");
    /** It may be the visit that they mean, so that a person reads it, too. */
    private static final Set<String> MAY_MEAN_THE_VISIT = Set.of("cancel", "cancelar");

    private Replies() {
    }

    static Reading read(MimePart message) {
        String words = own(message);
        String first = words.lines().map(Replies::plain).filter(line -> !line.isEmpty()).findFirst()
                .orElseGet(() -> plain(message.headers().text("subject").replaceFirst("(?i)^(?:re|aw|rv)\\s*:", "")));
        if (!STOP.contains(first)) {
            return Reading.of(Kind.REPLY, "reply").saying(words);
        }
        long said = words.lines().filter(line -> !plain(line).isEmpty()).count();
        boolean read = said > 1 || MAY_MEAN_THE_VISIT.contains(first);
        return Reading.of(Kind.STOP_REPLY, "stop").saying(read ? words : "");
    }

    private static String own(MimePart message) {
        List<MimePart> texts = message.own().filter(part -> part.parts().isEmpty() && part.type().isText()
                && !part.text().isBlank()).toList();
        String text = texts.stream().filter(part -> part.type().is("text/plain")).findFirst()
                .or(() -> texts.stream().findFirst()).map(MimePart::text).orElse("");
        List<String> lines = text.lines().limit(400).map(String::stripTrailing).collect(Collectors.toList());
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean broken = i + 1 < lines.size() && BROKEN_QUOTE.matcher(line).matches()
                    && QUOTE.matcher(line + " " + lines.get(i + 1)).matches();
            if (broken || QUOTE.matcher(line).matches() || SIGNATURE.matcher(line).matches()) {
                break;
            }
            own.add(line);
        }
        String words = String.join("\n", own).strip();
        return words.substring(0, Math.min(words.length(), LONGEST)).replace('\0', ' ');
    }

    private static String plain(String line) {
        String bare = MARKS.matcher(Normalizer.normalize(line, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_LETTERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
