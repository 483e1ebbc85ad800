package org.handrail.notifier.bounce;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handrail.notifier.mime.MimePart;

/** What a message says in its own words, without the mail it talks about. */
final class Prose {

    /** Where machines begin to quote. */
    private static final Pattern COPY = Pattern.compile("(?im)^[ \\t>*|=_-]*(?:"
            + "below this line is a copy|this is a copy of (?:the|your) message|here is a copy|a copy of (?:the|your|my) (?:original )?message"
            + "|original message (?:follows|headers|header|text)|(?:begin |start of )?(?:original|returned|unsent|undelivered|bounced|failed|rejected)"
            + " (?:message|mail)\\b[^.\\n]{0,40}[:=_-]*$"
            + "|message (?:header|headers|text|body|contents?)s? (?:follows?|is|are)|unsent message follows|message headers?:?[ ]*$"
            + "|(?:the )?(?:header|text|body|first \\d+ (?:lines|bytes)) of (?:the|your) (?:original )?(?:message|mail)"
            + "|return-path: ?<|received: from|received: by|x-original-to:|dkim-signature:|arc-seal:"
            + "|urspr[uü]ngliche (?:nachricht|mail)|message d'origine|mensaje original|mensagem original|messaggio originale"
            + "|included is a copy|your message (?:reads|follows|was)[ \\t]*(?::|$)|enclosed is the original"
            + ")");
    private static final int LONGEST = 8_000;

    private Prose() {
    }

    static String of(MimePart message) {
        List<MimePart> texts = message.own().filter(part -> part.parts().isEmpty() && part.type().isText()
                && !part.isAttachedMessage() && !part.text().isBlank()).toList();
        List<MimePart> plain = texts.stream().filter(part -> !part.type().is("text/html")).toList();
        String text = (plain.isEmpty() ? texts : plain).stream().map(MimePart::text)
                .collect(Collectors.joining("\n"));
        return ownWords(text.length() > LONGEST * 8 ? text.substring(0, LONGEST * 8) : text);
    }

    private static String ownWords(String text) {
        Matcher copy = COPY.matcher(text);
        // an opening line that looks like the beginning of a copy leaves nothing to read
        int end = copy.find(Math.min(40, text.length())) ? copy.start() : text.length();
        return text.substring(0, Math.min(end, LONGEST));
    }
}
