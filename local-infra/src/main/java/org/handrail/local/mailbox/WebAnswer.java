package org.handrail.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the mailbox's web pages; none of them loads anything from elsewhere. */
record WebAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String OWN_PAGE =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String FOREIGN_PAGE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    static WebAnswer page(String html) {
        return new WebAnswer(200, Map.of("Content-Type", "text/html; charset=utf-8",
                "Content-Security-Policy", OWN_PAGE), html.getBytes(UTF_8));
    }

    /** HTML that came in a mail. */
    static WebAnswer foreignPage(String html) {
        return new WebAnswer(200, Map.of("Content-Type", "text/html; charset=utf-8",
                "Content-Security-Policy", FOREIGN_PAGE), html.getBytes(UTF_8));
    }

    static WebAnswer download(String name, byte[] content) {
        return new WebAnswer(200, Map.of("Content-Type", "message/rfc822",
                "Content-Disposition", "attachment; filename=\"" + name + "\""), content);
    }

    static WebAnswer json(Object value) {
        return new WebAnswer(200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(value));
    }

    static WebAnswer text(int status, String text) {
        return new WebAnswer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text.getBytes(UTF_8));
    }

    void send(HttpExchange exchange) throws IOException {
        Map<String, String> all = new HashMap<>(headers);
        all.put("X-Content-Type-Options", "nosniff");
        all.put("Referrer-Policy", "no-referrer");
        all.put("Cache-Control", "no-store");
        all.forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
