package org.handrail.notifier.template;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.editing.Versions;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.FixedLinkKeys;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.template.mustache.Renderings;

/** Reminders to render, and what renders them. */
public final class Reminders {

    public static final Instant NOW = Instant.parse("2026-05-04T13:00:00Z");
    public static final Instant START = Instant.parse("2026-05-05T13:30:00Z");
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Reminders() {
    }

    public static Rendering rendering() {
        FixedLinkKeys keys = new FixedLinkKeys();
        return Renderings.shipped(
                new ClientLinks(URI.create("https://messages.example.org"), new LinkTokens(keys)), new ReturnPaths(keys));
    }

    public static Rendering rendering(Versions versions) {
        FixedLinkKeys keys = new FixedLinkKeys();
        return Renderings.of(versions, System::nanoTime,
                new ClientLinks(URI.create("https://messages.example.org"), new LinkTokens(keys)), new ReturnPaths(keys));
    }

    public static ReminderToRender reminder(String template, Language language, String givenName) {
        return new ReminderToRender(UUID.randomUUID(), UUID.randomUUID(), Purpose.APPOINTMENT_REMINDERS, template,
                language, "alex@client.example", 3, givenName, UUID.randomUUID(), 2, START, NEW_YORK, null, "Front Desk",
                "+1 555 010 0100", NOW);
    }
}
