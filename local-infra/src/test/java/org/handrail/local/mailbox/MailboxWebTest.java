package org.handrail.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.handrail.local.LocalMailbox;
import org.handrail.local.TestMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxWebTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalMailbox mailbox = LocalMailbox.start();

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void listsMailsWithTheirSubjectsEscaped() throws Exception {
        TestMail.send(mailbox.smtpPort(), "ana@example.org", "<script>alert(1)</script>");

        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;script&gt;", "ana@example.org", "/mails/1").doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy")).get().asString().contains("default-src 'none'");
    }

    @Test
    void showsTheHtmlPartWhereItsScriptsAndLinksToElsewhereAreDead() throws Exception {
        TestMail.send(mailbox.smtpPort(), "ana@example.org", "Hi", "Hi",
                "<script>fetch('/api/mails')</script><img src=\"http://localhost:1/pixel\">");

        assertThat(get("/mails/1").body()).contains("<iframe", " sandbox ", "src=\"/mails/1/html\"");
        HttpResponse<String> part = get("/mails/1/html");

        assertThat(part.body()).startsWith("<script>");
        assertThat(part.headers().firstValue("Content-Security-Policy")).get().asString()
                .contains("default-src 'none'", "img-src data:", "sandbox");
    }

    @Test
    void offersTheMailByteForByte() throws Exception {
        TestMail.send(mailbox.smtpPort(), "ana@example.org", "Hi");

        HttpResponse<String> raw = get("/mails/1/raw");

        assertThat(raw.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(mailbox.messages().get(0).raw());
        assertThat(raw.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"1.eml\"");
    }

    @Test
    void speaksJson() throws Exception {
        TestMail.send(mailbox.smtpPort(), "ana@example.org", "Quote \" here");

        assertThat(get("/api/mails").body()).contains("\"subject\":\"Quote \\\" here\"", "\"recipients\":[\"ana@example.org\"]");
        assertThat(get("/api/mails/1").body()).contains("\"html\":\"<p>Hello</p>\"");

        http.send(HttpRequest.newBuilder(uri("/api/mails")).DELETE().build(), HttpResponse.BodyHandlers.discarding());
        assertThat(get("/api/mails").body()).isEqualTo("[]");
    }

    @Test
    void answersBadRequestsPlainly() throws Exception {
        assertThat(get("/mails/99").statusCode()).isEqualTo(404);
        assertThat(get("/mails/99999999999999999999").statusCode()).isEqualTo(404);
        assertThat(get("/mails/1/../../etc/passwd").statusCode()).isEqualTo(404);
        assertThat(http.send(HttpRequest.newBuilder(uri("/")).POST(HttpRequest.BodyPublishers.ofString("x")).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void showsNothingToAPageWhoseNameWasPointedHere() throws Exception {
        try (var socket = new Socket("127.0.0.1", URI.create(mailbox.webUrl()).getPort())) {
            socket.getOutputStream().write("GET /api/mails HTTP/1.0\r\nHost: evil.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 421");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(mailbox.webUrl() + path);
    }
}
