package org.handrail.followup.template.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.handrail.followup.template.MailTemplates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code /internal/templates} of notifier-service. */
@Component
final class HttpMailTemplates implements MailTemplates {

    private static final String TEMPLATES = "/internal/templates";

    private final Desk desk;

    HttpMailTemplates(Desk desk) {
        this.desk = desk;
    }

    record NewVersion(int version) {
    }

    @Override
    public Overview overview() {
        return desk.ask(peer -> peer.get(TEMPLATES), Overview.class);
    }

    @Override
    public MailTemplate find(String key) {
        return desk.ask(peer -> peer.get(path(key, "")), MailTemplate.class);
    }

    @Override
    public VersionText version(String key, int version) {
        return desk.ask(peer -> peer.get(path(key, "/versions/" + version)), VersionText.class);
    }

    @Override
    public Kept keep(String key, String editor, int revision, int basedOn, Map<String, Texts> sources) {
        return desk.ask(peer -> peer.put(path(key, "/draft"),
                Map.of("editor", editor, "revision", revision, "basedOn", basedOn, "sources", sources)), Kept.class);
    }

    @Override
    public void discard(String key, int revision) {
        desk.tell(peer -> peer.delete(path(key, "/draft?revision=" + revision)));
    }

    @Override
    public SampleMail preview(String key, @Nullable Map<String, Texts> sources, SampleReader reader) {
        Map<String, Object> body = of(reader);
        if (sources != null) {
            body.put("sources", sources);
        }
        return desk.ask(peer -> peer.post(path(key, "/preview"), body), SampleMail.class);
    }

    @Override
    public void sendTest(String key, String editor, String to, SampleReader reader) {
        Map<String, Object> body = of(reader);
        body.put("editor", editor);
        body.put("to", to);
        desk.tell(peer -> peer.post(path(key, "/test-mail"), body));
    }

    @Override
    public int publish(String key, String editor, String why, int revision) {
        return desk.ask(peer -> peer.post(path(key, "/publish"),
                Map.of("editor", editor, "why", why, "revision", revision)), NewVersion.class).version();
    }

    @Override
    public int rollBack(String key, String editor, String why, int to, int from) {
        return desk.ask(peer -> peer.post(path(key, "/roll-back"),
                Map.of("editor", editor, "why", why, "to", to, "from", from)), NewVersion.class).version();
    }

    private static Map<String, Object> of(SampleReader reader) {
        return new HashMap<>(
                Map.of("person", reader.person(), "language", reader.language(), "wording", reader.wording()));
    }

    private static String path(String key, String rest) {
        return TEMPLATES + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8) + rest;
    }
}
