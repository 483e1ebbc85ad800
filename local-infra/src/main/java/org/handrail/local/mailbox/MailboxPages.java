package org.handrail.local.mailbox;

import jakarta.mail.Header;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The HTML of the mailbox. Everything that came in a mail is escaped. */
final class MailboxPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'")
            .withZone(ZoneOffset.UTC);
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem; color: #1b1f24; }
            table { border-collapse: collapse; width: 100%%; } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #d0d4d9; vertical-align: top; }
            iframe { width: 100%%; height: 30rem; border: 1px solid #767c84; } pre { white-space: pre-wrap; background: #f4f5f7; padding: 1rem; }
            td.break { overflow-wrap: anywhere; }
            </style></head><body><main>
            %s</main></body></html>
            """;

    private MailboxPages() {
    }

    static String list(List<ReceivedMail> newestFirst, int total) {
        String rows = newestFirst.stream().map(MailboxPages::row).collect(Collectors.joining());
        String table = newestFirst.isEmpty() ? "<p>No mail yet.</p>\n" : """
                <table><thead><tr><th scope="col">Received</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
                <tbody>
                %s</tbody></table>
                """.formatted(rows);
        return PAGE.formatted("Mailbox", """
                <h1>Mailbox</h1>
                <p>%d received, the newest first. <a href="/">Look again</a></p>
                %s""".formatted(total, table));
    }

    private static String row(ReceivedMail mail) {
        String subject = mail.subject().isBlank() ? "(no subject)" : mail.subject();
        return """
                <tr><td>%s</td><td>%s</td><td><a href="/mails/%d">%s</a></td></tr>
                """.formatted(TIME.format(mail.envelope().receivedAt()), recipients(mail), mail.envelope().id(),
                escape(subject));
    }

    static String mail(ReceivedMail mail) {
        long id = mail.envelope().id();
        String html = mail.html().isEmpty() ? "<p>This mail has no HTML part.</p>\n" : """
                <iframe title="The mail as a mail program shows it" sandbox src="/mails/%d/html"></iframe>
                """.formatted(id);
        String headers = mail.headers().stream().map(MailboxPages::header).collect(Collectors.joining());
        return PAGE.formatted(escape(mail.subject()), """
                <p><a href="/">All mails</a> &middot; <a href="/mails/%d/raw">Download as .eml</a></p>
                <h1>%s</h1>
                <p>Received %s for %s, return path %s</p>
                <h2>HTML</h2>
                %s<h2>Text</h2>
                <pre>%s</pre>
                <h2>Headers</h2>
                <table><thead><tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead>
                <tbody>
                %s</tbody></table>
                """.formatted(id, escape(mail.subject()), TIME.format(mail.envelope().receivedAt()), recipients(mail),
                escape("<" + mail.envelope().from() + ">"), html, escape(mail.text()), headers));
    }

    private static String header(Header header) {
        return """
                <tr><th scope="row">%s</th><td class="break">%s</td></tr>
                """.formatted(escape(header.getName()), escape(header.getValue()));
    }

    private static String recipients(ReceivedMail mail) {
        return escape(String.join(", ", mail.envelope().recipients()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
