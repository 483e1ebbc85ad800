package org.handrail.notifier.bounce;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.contract.deliveries.ReplyReceived;
import org.handrail.contract.intake.StopRequested;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.address.Addresses.Suppression;
import org.handrail.notifier.bounce.SentMails.Sent;
import org.handrail.notifier.consent.Stops;
import org.handrail.notifier.link.ReturnPaths;
import org.jspecify.annotations.Nullable;

/**
 * Acts on what came back, as far as it is believed. Whoever got our mail knows its token and can forge a bounce of it:
 * they silence nobody but themselves, and staff are told to call.
 */
public final class TakingReturns {

    /**
     * What it works with.
     *
     * @param declines takes client and wish when the owner of another address wants no mail
     */
    public record Parts(Returns returns, SentMails sent, ReturnPaths tokens, Addresses addresses, Stops stops,
            Outbox outbox, BiConsumer<String, Instant> alerts, Predicate<String> crisis, Clock clock,
            BiConsumer<UUID, UUID> declines) {
    }

    /** What was made of it, for those who count. */
    public record Taken(Kind kind, Outcome outcome) {
    }

    private final Parts with;

    public TakingReturns(Parts with) {
        this.with = with;
    }

    /** In the caller's transaction; a message taken before changes nothing. */
    public Taken take(byte[] message) {
        Reading reading = Classifier.read(message);
        String digest = Digest.of(message);
        if (!with.returns().enter(digest, with.clock().instant())) {
            return new Taken(reading.kind(), Outcome.TWICE);
        }
        return new Taken(reading.kind(), act(reading, digest));
    }

    private Outcome act(Reading reading, String digest) {
        Optional<Sent> sent = reading.marks().stream()
                .flatMap(mark -> with.tokens().deliveryOf(mark).stream())
                .flatMap(delivery -> with.sent().find(delivery).stream())
                .findFirst();
        if (sent.isEmpty()) {
            return reading.kind().isReply() ? replied(reading, null, digest) : Outcome.FOREIGN;
        }
        if (!sent.get().wasSent()) {
            return Outcome.NOT_SENT;
        }
        return switch (reading.kind()) {
            case HARD, SOFT, OURS -> bounced(reading, sent.get());
            case COMPLAINT -> sent.get().asking() ? decline(sent.get())
                    : stop(sent.get().clientId(), "complaint", digest);
            case STOP_REPLY, REPLY -> replied(reading, sent.get(), digest);
            case OUT_OF_OFFICE, CHALLENGE, NOTICE -> Outcome.NOTHING;
            case UNCLEAR -> {
                with.alerts().accept("returned-mail-unclear", with.clock().instant());
                yield Outcome.UNCLEAR;
            }
        };
    }

    /** Whatever the reason, the reminder did not arrive: the ledger says so, and staff get to hear of it. */
    private Outcome bounced(Reading reading, Sent sent) {
        boolean other = sent.address() != null && !reading.recipients().isEmpty()
                && !reading.recipients().contains(sent.address());
        if (other && reading.kind() == Kind.HARD) {
            return Outcome.OTHER_RECIPIENT;
        }
        Instant now = with.clock().instant();
        String reason = "smtp-" + reading.code();
        switch (reading.kind()) {
            case HARD, SOFT -> {
                if (sent.wishId() == null) {
                    hold(reading.kind(), sent, reason, now);
                }
            }
            default -> with.alerts().accept("bounce-" + reading.code(), now);
        }
        with.sent().bounced(sent.deliveryId(), reason, now);
        return Outcome.DONE;
    }

    private void hold(Kind kind, Sent sent, String reason, Instant now) {
        if (kind == Kind.HARD) {
            suppress(sent, reason, now);
        } else {
            weigh(sent, now);
        }
    }

    private void weigh(Sent sent, Instant now) {
        with.returns().keepSoftBounce(sent, now);
        Returns.SoftHistory history = with.returns().softHistory(sent.clientId(), sent.addressVersion());
        if (SoftScore.of(history.bounces(), history.arrived(), now) >= SoftScore.TOO_MUCH) {
            suppress(sent, "soft-bounces", now);
        }
    }

    private void suppress(Sent sent, String reason, Instant now) {
        with.addresses().suppress(
                List.of(new Suppression(sent.clientId(), sent.addressVersion(), reason)), now);
    }

    /** @param sent null: known by nothing but the address that it says it comes from */
    private Outcome replied(Reading reading, @Nullable Sent sent, String digest) {
        List<UUID> clients = sent != null ? List.of(sent.clientId())
                : reading.from().isEmpty() ? List.of() : with.sent().clientsAt(reading.from());
        if (clients.isEmpty()) {
            return Outcome.FOREIGN;
        }
        if (reading.kind() == Kind.STOP_REPLY && sent != null && sent.asking()) {
            return decline(sent);
        }
        if (reading.kind() == Kind.STOP_REPLY) {
            clients.forEach(client -> stop(client, "reply", digest));
        }
        if (reading.text().isEmpty()) {
            return reading.kind() == Kind.STOP_REPLY ? Outcome.DONE : Outcome.NOTHING;
        }
        // whose it is can't be told when several share the address
        return clients.size() > 1 ? Outcome.UNCLEAR
                : keep(reading.text(), clients.get(0), sent == null ? null : sent.deliveryId(), digest);
    }

    private Outcome keep(String text, UUID client, @Nullable UUID delivery, String digest) {
        Instant now = with.clock().instant();
        UUID id = id("reply", client, digest);
        boolean urgent = with.crisis().test(text);
        if (with.returns().keepReply(new Returns.Reply(id, client, delivery, urgent, text, now))) {
            with.outbox().publish(new ReplyReceived(client, id, delivery, urgent, now), now);
            return Outcome.DONE;
        }
        return Outcome.FOREIGN;
    }

    /** Whoever has that address speaks for themselves: it need not be the client. */
    private Outcome decline(Sent sent) {
        with.declines().accept(sent.clientId(), sent.wishId());
        return Outcome.DONE;
    }

    private Outcome stop(UUID client, String recordedBy, String digest) {
        Set<Purpose> all = EnumSet.allOf(Purpose.class);
        with.stops().stop(new StopRequested(client, id("stop", client, digest), all, HowGiven.REPLY, recordedBy,
                with.clock().instant()));
        return Outcome.DONE;
    }

    private static UUID id(String what, UUID client, String digest) {
        return UUID.nameUUIDFromBytes((what + "/" + client + "/" + digest).getBytes(StandardCharsets.UTF_8));
    }
}
