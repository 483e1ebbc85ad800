package org.handrail.standalone.demo.door;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The inquiry form as a browser uses it: fetch the page, fill it in, send it with the cookies it came with. */
public final class PublicForm {

    private final Http http;
    private final String url;
    private final Runnable typing;

    /** @param typing takes the time that a person needs between opening the page and sending it */
    public PublicForm(Http http, String url, Runnable typing) {
        this.http = http;
        this.url = url;
        this.typing = typing;
    }

    public Answer send(Map<String, String> typed) {
        Answer page = http.get(url + "/", Map.of("Accept", "text/html")).expect("the form's page", 200);
        HtmlForm form = HtmlForm.in(page);
        typing.run();
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "text/html"));
        String cookies = page.cookies().stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            headers.put("Cookie", cookies);
        }
        Answer sent = http.postForm(URI.create(url + "/").resolve(form.action()).toString(),
                form.fill(typed).fields(), headers);
        return sent.status() == 303 || sent.status() == 302
                ? http.get(URI.create(url + "/").resolve(sent.location().orElse("/")).toString(), headers)
                : sent;
    }
}
