package org.handrail.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T05:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void runsEveryServiceOnOneClockAndStopsThemAll() throws Exception {
        Ports ports = Ports.free();
        try (var stack = Stack.builder().clock(CLOCK).ports(ports).dataDirectory(directory).start()) {
            for (Service service : Service.values()) {
                assertThat(get(stack.managementUrl(service) + "/health/ready")).isEqualTo(200);
                assertThat(get("http://localhost:" + ports.get(service.port()) + "/")).isBetween(200, 499);
                assertThat(stack.clockOf(service)).isSameAs(CLOCK);
            }
            assertThatThrownBy(() -> Stack.builder().dataDirectory(directory).start()).isInstanceOf(SetupException.class);
        }

        ports.checkFree(Set.of(Port.values()));
    }

    private static int get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
