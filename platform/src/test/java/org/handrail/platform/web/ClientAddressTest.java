package org.handrail.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rate limits count by client address, so nobody may choose theirs, and everybody behind a proxy needs one. */
class ClientAddressTest {

    @Nested
    @SpringBootTest(classes = EchoApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {"spring.config.name=platformtest", "management.server.port=0"})
    class WithoutAProxy {

        @LocalServerPort
        int port;

        @Test
        void whatAClientSaysOfItselfIsNotBelieved() throws Exception {
            assertThat(addressSeen(port, "203.0.113.7")).isEqualTo("127.0.0.1");
        }
    }

    @Nested
    @SpringBootTest(classes = EchoApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {"spring.config.name=platformtest", "management.server.port=0",
                "handrail.web.forward-headers=native"})
    class BehindAProxy {

        @LocalServerPort
        int port;

        @Test
        void theProxySaysWhoIsAsking() throws Exception {
            assertThat(addressSeen(port, "203.0.113.7")).isEqualTo("203.0.113.7");
        }
    }

    private static String addressSeen(int port, String forwardedFor) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/address"))
                .header("X-Forwarded-For", forwardedFor)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
