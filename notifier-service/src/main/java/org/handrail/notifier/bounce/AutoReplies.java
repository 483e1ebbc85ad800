package org.handrail.notifier.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handrail.notifier.mime.Headers;
import org.handrail.notifier.mime.MimePart;

/** Answers that nobody wrote: away, on holiday, challenge-response (RFC 3834 and what came before it). */
final class AutoReplies {

    private static final Pattern AWAY = Pattern.compile("(?iu)^(?:(?:re|aw|sv|fwd?)\\s*:\\s*){0,4}\\W*(?:auto(?:matic|mated|matische|m[aá]tica|matique|matisch|matyczna)?[- ]?"
            + "(?:reply|response|antwort|re(?:s)?puesta|r[ée]ponse|answer|svar|odpowied|antwoord|risposta|resposta)|autoreply|autoresponse|out of (?:the )?office|ooo\\b"
            + "|away from|on (?:vacation|holiday|leave)|i am (?:away|out)|vacation|abwesenheit|(?:ich bin )?nicht im (?:b[uü]ro|haus)|urlaub|r[ée]ponse automatique|absen(?:ce|t)"
            + "|respuesta autom|fuera de (?:la )?oficina|ausen|resposta autom|risposta automatica|fuori (?:sede|ufficio)|assente|afwezig|automatisch antwoord|niet aanwezig"
            + "|automatyczna odpowied|poza biurem|автоответ|автоматический ответ|отсутств|自動(?:応答|返信)|不在|自动(?:回复|答复)|自動回覆|外出)");
    private static final Pattern CHALLENGE = Pattern.compile("(?iu)(?:please )?confirm (?:your (?:message|e-?mail)|that you (?:sent|are human))|requires (?:that you )?verif|verif(?:y|ication) (?:your|required|of|#|that you)"
            + " ?(?:e-?mail|message|sender|address)?|sender (?:verification|confirmation)|action required.{0,40}deliver|message (?:is )?(?:held|waiting|pending).{0,40}(?:confirm|verif|approv)"
            + "|challenge|\\[tmda\\]|boxtrapper|spam ?arrest|earthlink.{0,20}(?:spamblocker|verification)|allowed? senders? list|approved? senders?|request to be added");

    private AutoReplies() {
    }

    static Optional<Kind> read(MimePart message, String prose) {
        Headers headers = message.headers();
        String subject = headers.text("subject");
        String beginning = subject + " " + prose.substring(0, Math.min(prose.length(), 600));
        if (headers.has("x-boxtrapper-match") || headers.has("x-tmda-fingerprint") || headers.first("from").toLowerCase(Locale.ROOT)
                .contains("spamarrest") || isByMachine(headers) && CHALLENGE.matcher(beginning).find()) {
            return Optional.of(Kind.CHALLENGE);
        }
        if (isByMachine(headers) || AWAY.matcher(subject).find()) {
            return Optional.of(Kind.OUT_OF_OFFICE);
        }
        return CHALLENGE.matcher(subject).find() ? Optional.of(Kind.CHALLENGE) : Optional.empty();
    }

    private static boolean isByMachine(Headers headers) {
        String submitted = headers.first("auto-submitted").toLowerCase(Locale.ROOT);
        String precedence = headers.first("precedence").toLowerCase(Locale.ROOT);
        String suppress = headers.first("x-auto-response-suppress").toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || headers.has("x-autoreply") || headers.has("x-autorespond") || headers.has("x-autoresponder")
                || headers.has("x-auto-reply") || headers.has("x-autoreply-from") || headers.has("x-mail-autoreply")
                || headers.has("x-ms-exchange-inbox-rules-loop") || headers.has("x-vacation")
                || precedence.matches("auto[_-]?reply|bulk|junk|list|auto")
                || suppress.matches(".*\\b(?:all|oof|autoreply)\\b.*");
    }
}
