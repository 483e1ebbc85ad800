package org.handrail.standalone.demo.door;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happens to the links of a mail: scanners open them, mail programs press their own button, people decide. */
public final class MailReader {

    private final Http http;

    public MailReader(Http http) {
        this.http = http;
    }

    public Answer open(String link) {
        return http.get(link, Map.of("Accept", "text/html"));
    }

    public Answer head(String link) {
        return http.head(link);
    }

    /** What a scanner does that runs scripts: it presses the button as it finds it. */
    public Answer press(String link) {
        HtmlForm form = HtmlForm.in(open(link).expect("the page behind a link", 200));
        return http.postForm(resolve(link, form.action()), form.fields(), Map.of("Accept", "text/html"));
    }

    /** What a person does: reads, chooses, presses. */
    public Answer answer(String link, Map<String, String> choice) {
        HtmlForm form = HtmlForm.in(open(link).expect("the page behind a link", 200));
        Map<String, String> fields = new LinkedHashMap<>(form.fill(choice).fields());
        return http.postForm(resolve(link, form.action()), fields, Map.of("Accept", "text/html"));
    }

    /** The button of a mail program (RFC 8058): no cookie, no redirect. */
    public Answer oneClick(String address) {
        return http.post(address, Http.FORM, "List-Unsubscribe=One-Click", Map.of());
    }

    private static String resolve(String link, String action) {
        return URI.create(link).resolve(action).toString();
    }
}
