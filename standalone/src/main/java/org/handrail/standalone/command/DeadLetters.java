package org.handrail.standalone.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handrail.standalone.stack.Ports;
import org.handrail.standalone.stack.Service;
import org.handrail.standalone.stack.SetupException;
import tools.jackson.databind.json.JsonMapper;

/** Counts the dead letters of the running services on this machine, or gives them back to be tried again. */
public final class DeadLetters implements Command {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final JsonMapper json = JsonMapper.shared();

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String summary() {
        return "count the records that could not be taken in; dead-letters replay [TOPIC] tries them again";
    }

    @Override
    public int run(List<String> words) throws Exception {
        boolean replay = !words.isEmpty() && words.get(0).equals("replay");
        if (words.size() > (replay ? 2 : 0)) {
            throw new SetupException("./handrail dead-letters takes nothing, or: replay [TOPIC], such as intake.v1");
        }
        Ports ports = Ports.of(Terminal.settings());
        for (Service service : Service.values()) {
            URI address = URI.create("http://localhost:" + ports.get(service.management()) + "/deadletters");
            String answer = ask(service, replay ? replaying(address, words) : HttpRequest.newBuilder(address));
            System.out.printf("  %-10s %s%n", service.name().toLowerCase(Locale.ROOT), answer);
        }
        return 0;
    }

    private HttpRequest.Builder replaying(URI address, List<String> words) {
        Map<String, String> body = words.size() == 2 ? Map.of("topic", words.get(1)) : Map.of();
        return HttpRequest.newBuilder(address).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private String ask(Service service, HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new SetupException(service + " answered " + answer.statusCode()
                        + ": is the topic one of intake.v1, contacts.v1, consents.v1, reminders.v1, deliveries.v1?");
            }
            return answer.body().equals("{}") ? "none" : answer.body();
        } catch (IOException away) {
            throw new SetupException("Handrail does not run here, or its management ports were moved: start it with"
                    + " ./handrail up, or set HANDRAIL_INTAKE_MANAGEMENT_PORT and its likes as it has them");
        }
    }
}
