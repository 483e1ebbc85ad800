package org.handrail.standalone.demo.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The mailbox page's own JSON, as anybody may read it who opens the mailbox. */
public final class Mailbox {

    private final Http http;
    private final String url;
    private final List<Letter> read = new ArrayList<>();

    public Mailbox(Http http, String url) {
        this.http = http;
        this.url = url;
    }

    /** What arrived since the last look, oldest first. */
    public List<Letter> news() {
        long last = lastId();
        List<Letter> news = new ArrayList<>();
        for (JsonNode summary : get("/api/mails")) {
            if (summary.path("id").asLong() > last) {
                news.add(letter(get("/api/mails/" + summary.path("id").asLong())));
            }
        }
        news.sort(Comparator.comparing(Letter::id));
        read.addAll(news);
        return news;
    }

    /** All that have been read, oldest first. */
    public List<Letter> letters() {
        return List.copyOf(read);
    }

    public List<Letter> lettersTo(String address) {
        return read.stream().filter(letter -> letter.recipients().stream().anyMatch(address::equalsIgnoreCase)).toList();
    }

    /** Of the newest that was read. */
    public long lastId() {
        return read.isEmpty() ? 0 : read.get(read.size() - 1).id();
    }

    public String url() {
        return url;
    }

    private JsonNode get(String path) {
        return http.get(url + path, Map.of()).expect("the mailbox", 200).json();
    }

    private static Letter letter(JsonNode mail) {
        JsonNode envelope = mail.path("envelope");
        List<String> recipients = new ArrayList<>();
        envelope.path("recipients").forEach(recipient -> recipients.add(recipient.asString()));
        List<Letter.Header> headers = new ArrayList<>();
        mail.path("headers").forEach(header ->
                headers.add(new Letter.Header(header.path(0).asString(), header.path(1).asString())));
        return new Letter(envelope.path("id").asLong(), Instant.parse(envelope.path("receivedAt").asString()),
                envelope.path("from").asString(), recipients, envelope.path("subject").asString(), headers,
                mail.path("text").asString(), mail.path("html").asString(), mail.path("raw").asString());
    }
}
