package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.handrail.intake.source.ApiKey;
import org.handrail.intake.source.ApiKeys;
import org.handrail.intake.source.Source;
import org.handrail.intake.source.command.KeyCommand;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private final RunningIntake intake = RunningIntake.shared();
    private final ApiKeys keys = intake.context.getBean(ApiKeys.class);

    @Test
    void signsInWithAKeyUntilItIsRevoked() {
        ApiKey key = ApiKey.random();
        keys.add(new Source("booking"), key, RunningIntake.NOW);
        UUID id = keys.all().stream().filter(listed -> listed.source().name().equals("booking"))
                .findFirst().orElseThrow().id();

        assertThat(status(key)).isEqualTo(400);
        assertThat(keys.revoke(id, Instant.parse("2026-11-23T15:00:01Z"))).isTrue();
        assertThat(status(key)).isEqualTo(401);
        assertThat(keys.revoke(id, RunningIntake.NOW)).isFalse();
    }

    @Test
    void keepsOnlyTheHashOfAKey() {
        assertThat(ApiKey.random().secret()).startsWith("hk_").hasSizeGreaterThan(40)
                .isNotEqualTo(ApiKey.random().secret());
        assertThat(ApiKey.random().toString()).isEqualTo("ApiKey[]");
        assertThat(intake.jdbc.sql("select count(*) from api_key where position(:key in encode(sha256, 'escape')) > 0")
                .param("key", "hk_").query(Integer.class).single()).isZero();
    }

    @Test
    void refusesNamesAndKeysThatAreNone() {
        assertThatThrownBy(() -> new Source("My EHR")).hasMessageContaining("lower-case");
        assertThatThrownBy(() -> new ApiKey("short")).hasMessageContaining("20 to 200");
    }

    @Test
    void makesListsAndRevokesKeysByCommand() {
        String key = command("key", "front-desk").strip();
        String listed = command("keys").lines().filter(line -> line.contains("front-desk")).findFirst().orElseThrow();

        assertThat(status(new ApiKey(key))).isEqualTo(400);
        assertThat(listed).doesNotContain(key);
        assertThat(command("revoke", listed.split(" ")[0])).contains("revoked");
        assertThat(status(new ApiKey(key))).isEqualTo(401);
        assertThat(command("key", "No Such Name")).contains("lower-case");
        assertThat(command("revoke")).contains("usage");
    }

    private String command(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KeyCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8),
                "handrail.db.url=" + intake.database.jdbcUrl(), "handrail.db.user=" + intake.database.user(),
                "handrail.db.password=" + intake.database.password());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void describesItsApi() {
        assertThat(intake.json(intake.get("/openapi.json")).path("paths").propertyNames()).contains(
                "/api/v1/inquiries", "/api/v1/appointments", "/api/v1/appointments/{reference}/move",
                "/api/v1/appointments/{reference}/cancel", "/api/v1/appointments/{reference}/rebook",
                "/api/v1/appointments/{reference}/arrived", "/api/v1/appointments/{reference}/no-show",
                "/api/v1/appointments/{reference}/entered-in-error", "/api/v1/admissions", "/api/v1/discharges",
                "/api/v1/consents", "/api/v1/stops", "/webhooks/calls", "/webhooks/twilio/calls");
    }

    private int status(ApiKey key) {
        return intake.send(intake.request("/api/v1/inquiries", "Authorization", "Bearer " + key.secret(),
                "Content-Type", "application/json").POST(BodyPublishers.ofString("{}"))).statusCode();
    }
}
