package org.handrail.followup.disclosure.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.followup.disclosure.DisclosureConsent;
import org.handrail.followup.disclosure.Disclosures;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerAnswer;
import org.handrail.platform.peer.PeerSilent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code /internal/clients/{id}/disclosure-consents} and {@code /disclosures} of notifier-service. */
@Component
final class HttpDisclosures implements Disclosures {

    private static final Logger LOG = LoggerFactory.getLogger(HttpDisclosures.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Peer notifier;

    HttpDisclosures(@Value("${handrail.notifier.url:http://localhost:${handrail.links.port:8082}}") String notifier,
            @Value("${handrail.internal.token:}") String token) {
        this.notifier = new Peer(notifier, token, PATIENCE);
    }

    /** As notifier-service tells one. */
    record Listed(Kept consent, @Nullable String fault) {

        DisclosureConsent toConsent() {
            return new DisclosureConsent(consent.consentId, consent.clientName, consent.discloser, consent.recipient,
                    consent.recipientId, consent.what, consent.scope, consent.purpose, consent.rightToRevokeTold,
                    consent.expiresAt, consent.expiresOn, consent.signedBy, consent.signedAt, consent.recordedBy,
                    consent.recordedAt, consent.end, fault);
        }
    }

    record Kept(UUID consentId, @Nullable String clientName, @Nullable String discloser, @Nullable String recipient,
            String recipientId, @Nullable String what, Set<String> scope, @Nullable String purpose,
            boolean rightToRevokeTold, @Nullable Instant expiresAt, @Nullable String expiresOn,
            @Nullable String signedBy, @Nullable Instant signedAt, String recordedBy, Instant recordedAt,
            DisclosureConsent.@Nullable End end) {
    }

    @Override
    public List<DisclosureConsent> consents(UUID client) {
        return reaching(() -> Arrays.stream(
                        notifier.get(path(client, "/disclosure-consents")).expect(200).as(Listed[].class))
                .map(Listed::toConsent)
                .sorted(Comparator.comparing(DisclosureConsent::recordedAt).reversed()).toList());
    }

    @Override
    public List<Asked> log(UUID client) {
        return reaching(() -> List.of(notifier.get(path(client, "/disclosures")).expect(200).as(Asked[].class)));
    }

    @Override
    public DisclosureConsent record(UUID client, DisclosureConsent.Entry entry) {
        return reaching(() -> {
            PeerAnswer answer = notifier.post(path(client, "/disclosure-consents"), entry);
            return (answer.status() == 201 ? answer : answer.expect(200)).as(Listed.class).toConsent();
        });
    }

    @Override
    public Optional<DisclosureConsent> end(UUID client, UUID consent, DisclosureConsent.End end) {
        return reaching(() -> {
            PeerAnswer answer = notifier.post(path(client, "/disclosure-consents/" + consent + "/end"), Map.of(
                    "why", end.why(), "how", end.how(), "recordedBy", end.recordedBy(),
                    "occurredAt", end.occurredAt()));
            return answer.status() == 404 ? Optional.empty()
                    : Optional.of(answer.expect(200).as(Listed.class).toConsent());
        });
    }

    @Override
    public Answer ask(UUID client, Question question) {
        return reaching(() -> notifier.post(path(client, "/disclosures"), question).expect(200).as(Answer.class));
    }

    private static String path(UUID client, String rest) {
        return "/internal/clients/" + client + rest;
    }

    @FunctionalInterface
    private interface Call<T> {
        T make() throws PeerSilent;
    }

    private static <T> T reaching(Call<T> call) {
        try {
            return call.make();
        } catch (PeerSilent e) {
            LOG.warn("Consents to disclose can't be reached: notifier-service answered {}", e.code());
            throw new NotReached(e.code());
        }
    }
}
