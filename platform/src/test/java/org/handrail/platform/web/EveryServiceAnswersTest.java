package org.handrail.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = EchoApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=platformtest", "management.server.port=0"})
class EveryServiceAnswersTest {

    private static final String DEEP = "{\"inner\":".repeat(5000) + "1" + "}".repeat(5000);

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"nmae":"x"}                  | /nmae       | is not a known field
            {"inner":{"wrod":"x"}}        | /inner/wrod | is not a known field
            {"name":5}                    | /name       | must be a text
            {"name":["a"]}                | /name       | must be a text
            {"name":{"a":1}}              | /name       | must be a text
            {"name":"a\\u0000b"}          | /name       | must not contain the character U+0000
            {"name":"a\\ud800b"}          | /name       | must not contain half of a surrogate pair
            {"count":"5"}                 | /count      | must be a number in range
            {"count":1.5}                 | /count      | must be a number in range
            {"count":99999999999999999999}| /count      | must be a number in range
            {"flag":"yes"}                | /flag       | must be true or false
            {"colour":"BLUE"}             | /colour     | must be one of [RED, GREEN]
            {"colour":1}                  | /colour     | must be one of [RED, GREEN]
            {"inner":"x"}                 | /inner      | must be an object
            {"inner":[]}                  | /inner      | must be an object
            []                            | #           | must be a JSON object
            "x"                           | #           | must be a JSON object
            """)
    void namesTheFieldThatIsWrong(String body, String field, String message) throws Exception {
        HttpResponse<String> answer = post("/api/echo", "application/json", body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode error = json(answer).path("errors").path(0);
        assertThat(error.path("field").stringValue()).isEqualTo(field);
        assertThat(error.path("message").stringValue()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "{\"name\":\"x\"} trailing", "nul", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\nb\"}",
        "{\"count\":1e999999999}", "{'name':'x'}", "<xml/>", "\u0000", "{\"count\":NaN}", "null"
    })
    void refusesWhatIsNotProperJson(String body) throws Exception {
        HttpResponse<String> answer = post("/api/echo", "application/json", body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void refusesDeepNestingWrongBytesAndForeignCharsets() throws Exception {
        assertThat(post("/api/echo", "application/json", DEEP.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(post("/api/echo", "application/json", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                .statusCode()).isEqualTo(400);
        assertThat(post("/api/echo", "application/json", "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16))
                .statusCode()).isBetween(200, 499);
        assertThat(post("/api/echo", "application/json;charset=nonsense", "{}".getBytes(StandardCharsets.UTF_8))
                .statusCode()).isBetween(200, 499);
        assertThat(post("/api/echo", "nonsense", "{}".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isBetween(400, 499);
        assertThat(post("/api/echo", "text/plain", "{}".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(415);
    }

    @Test
    void takesAByteOrderMark() throws Exception {
        HttpResponse<String> answer = post("/api/echo", "application/json",
                "\uFEFF{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesABodyAboveTheLimitHoweverItComes() throws Exception {
        byte[] large = ("{\"name\":\"" + "x".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = HttpRequest.newBuilder(uri("/api/echo")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))).build();

        assertThat(post("/api/echo", "application/json", large).statusCode()).isEqualTo(413);
        assertThat(http.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesAFormAboveTheLimitHoweverItComes() throws Exception {
        byte[] large = ("a=" + "x".repeat(70_000)).getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = HttpRequest.newBuilder(uri("/api/form"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))).build();

        assertThat(post("/api/form", "application/x-www-form-urlencoded", large).statusCode()).isEqualTo(413);
        assertThat(http.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(post("/api/form", "application/x-www-form-urlencoded", "a=%zz&b=%".getBytes()).statusCode())
                .isEqualTo(400);
        assertThat(post("/api/form", "application/x-www-form-urlencoded",
                "a=1&".repeat(300).getBytes()).statusCode()).isBetween(400, 499);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/echo,405", "DELETE,/api/echo,405", "GET,/nowhere,404", "GET,/api/number?n=x,400",
        "GET,/api/number,400", "GET,/api/conflict,409", "GET,/api/things/%00,400", "GET,/api/things/%FF,*",
        "GET,/api/things/%2e%2e%2f,400", "GET,/api/things/a;b=c,400", "GET,/api/things/%C3%28,*", "GET,//,*",
        "GET,/error,404", "TRACE,/api/echo,4xx", "GET,/api/things/%zz,400", "GET,/api/things/a\\b,400",
        "FOO,/api/echo,4xx", "OPTIONS,/api/echo,*", "HEAD,/api/conflict,409"})
    void neverFailsOnAnOddRequestLine(String method, String target, String status) throws Exception {
        int answered = raw(method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answered).isBetween(200, 499);
        if (status.equals("4xx")) {
            assertThat(answered).isBetween(400, 499);
        } else if (!status.equals("*")) {
            assertThat(answered).isEqualTo(Integer.parseInt(status));
        }
    }

    @Test
    void saysThatTheDatabaseIsAwayAndWhenToComeBack() throws Exception {
        HttpResponse<String> answer = get(port, "/api/database", "application/json");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
        assertThat(get(managementPort, "/health/ready", "*/*").statusCode()).isEqualTo(503);
        assertThat(get(managementPort, "/health/live", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsNothingOfAnUnexpectedFault(CapturedOutput log) throws Exception {
        HttpResponse<String> answer = get(port, "/api/broken", "application/json");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret-value", "IllegalState", "at org.");
        assertThat(json(answer).path("instance").stringValue())
                .endsWith(answer.headers().firstValue("x-request-id").orElseThrow());
        assertThat(log.getAll()).contains("java.lang.IllegalStateException").doesNotContain("secret-value");
    }

    @Test
    void showsABrowserAPageInItsLanguage() throws Exception {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri("/nowhere"))
                .header("Accept", "text/html,*/*;q=0.8").header("Accept-Language", "es-MX,en;q=0.5").build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).contains("<html lang=\"es\">", "988", "911").doesNotContain("http-404");
    }

    @Test
    void keepsThirdPartiesFramesReferrersAndCachesOut() throws Exception {
        HttpResponse<String> answer = get(port, "/api/things/1", "*/*");

        assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("http", "unsafe");
        assertThat(answer.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
        assertThat(answer.headers().firstValue("server")).isEmpty();
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void servesMetricsOpenApiAndNothingElseOfTheActuator() throws Exception {
        assertThat(get(managementPort, "/metrics", "*/*").body()).contains("jvm_memory_used_bytes", "service=\"platformtest\"");
        assertThat(get(managementPort, "/env", "*/*").statusCode()).isEqualTo(404);
        assertThat(get(port, "/metrics", "*/*").statusCode()).isEqualTo(404);
        assertThat(get(port, "/openapi.json", "*/*").body()).contains("/api/echo").doesNotContain("/error");
    }

    private int raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            String status = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).split(" ", 3)[1];
            return Integer.parseInt(status);
        }
    }

    private HttpResponse<String> post(String path, String contentType, byte[] body) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(int at, String path, String accept) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + at + path))
                .header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
