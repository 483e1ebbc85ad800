package org.handrail.notifier.link;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;

/** Draws the addresses that go into a mail. */
public final class ClientLinks {

    /** CAN-SPAM asks for 30 days; people keep mail for longer than that. */
    public static final Duration STOP_LIFE = Duration.ofDays(180);
    public static final Duration CONFIRM_LIFE = Duration.ofDays(14);

    /** Past its start an appointment can't be answered, but its page still says so rather than failing. */
    public static final Duration ANSWER_LIFE_AFTER_START = Duration.ofDays(7);

    private final String base;
    private final LinkTokens tokens;

    /** @param base http or https, without query or fragment */
    public ClientLinks(URI base, LinkTokens tokens) {
        if (base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null
                || !("https".equals(base.getScheme()) || "http".equals(base.getScheme()))) {
            throw new IllegalArgumentException("HANDRAIL_LINKS_URL must be an http or https address such as"
                    + " https://messages.example.org");
        }
        this.base = base.toASCIIString().replaceFirst("/+$", "");
        this.tokens = tokens;
    }

    /** A page that shows what will stop, and an address for the mail program's own button; one token for both. */
    public record StopAddresses(String page, String oneClick) {
    }

    public StopAddresses stop(UUID clientId, Purpose purpose, Language language, Instant now) {
        String token = tokens.seal(new ClientLink.Stop(clientId, purpose, language, now.plus(STOP_LIFE)), now);
        return new StopAddresses(base + "/s/" + token, base + "/u/" + token);
    }

    public String confirmAddress(UUID clientId, int addressVersion, Language language, Instant now) {
        return base + "/c/" + tokens.seal(
                new ClientLink.ConfirmAddress(clientId, addressVersion, language, now.plus(CONFIRM_LIFE)), now);
    }

    /** A page to confirm the appointment, or to ask for another time or to cancel. */
    public String answer(UUID clientId, UUID appointmentId, int version, Instant startsAt, Language language,
            Instant now) {
        return base + "/a/" + tokens.seal(new ClientLink.Answer(
                clientId, appointmentId, version, language, startsAt.plus(ANSWER_LIFE_AFTER_START)), now);
    }

    public String preferences(UUID clientId, int addressVersion, Language language, Instant now) {
        return base + "/p/" + tokens.seal(
                new ClientLink.Preferences(clientId, addressVersion, language, now.plus(STOP_LIFE)), now);
    }

    /** One token for the page and for the mail program's own button, which both take the wish back. */
    public String newAddress(UUID clientId, UUID wishId, Language language, Instant expiresAt, Instant now) {
        return base + "/n/" + tokens.seal(new ClientLink.NewAddress(clientId, wishId, language, expiresAt), now);
    }

    public String base() {
        return base;
    }
}
