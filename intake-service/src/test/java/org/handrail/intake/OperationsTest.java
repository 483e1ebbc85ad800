package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void isReadyWithoutKafka() throws Exception {
        assertThat(management("/health/ready").statusCode()).isEqualTo(200);
        assertThat(management("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void countsWhatWasAcceptedAndWhatWasRefused() throws Exception {
        intake.api("/inquiries", "{\"client\":{\"phone\":\"202-555-0155\",\"givenName\":\"Persephone\"}}");
        intake.api("/inquiries", "{\"client\":{\"phone\":\"persephone\"}}");

        String metrics = management("/metrics").body();
        assertThat(metrics).containsPattern(
                "handrail_intake_accepted_total\\{service=\"intake\",type=\"org.handrail.inquiry.received.v1\"\\} [1-9]");
        assertThat(metrics).containsPattern(
                "handrail_requests_refused_total\\{reason=\"invalid-request\",service=\"intake\"\\} [1-9]");
        assertThat(metrics.toLowerCase()).doesNotContain("persephone", "5550155");
    }

    private HttpResponse<String> management(String path) throws Exception {
        String port = intake.context.getEnvironment().getProperty("local.management.port");
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
    }
}
