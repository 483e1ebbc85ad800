package org.handrail.notifier.link;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Seals what a link means into the link itself (AES-256-GCM, ADR 0006): nobody can read it, change it or make one,
 * and drawing one costs no database. 76 characters of base64url, 100 where it names one thing of the client's.
 */
public final class LinkTokens {

    /** Stands where a token would in messages that are no client's; no token is that short. */
    public static final String TEST = "this-is-a-test";

    private static final Set<Integer> LENGTHS = Set.of(76, 100);
    private static final ThreadLocal<Cipher> SEALING = PerThread.cipher("AES/GCM/NoPadding");
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** Both end where a letter of base64 does, so that no letter of a token can be changed unnoticed. */
    private static final int PAYLOAD = 27;
    private static final int LONG_PAYLOAD = 45;
    private static final byte STOP = 1;
    private static final byte CONFIRM = 2;
    private static final byte ANSWER = 3;
    private static final byte PREFERENCES = 4;
    private static final byte NEW_ADDRESS = 5;
    private static final Language[] LANGUAGES = {Language.EN, Language.ES};
    private static final Purpose[] PURPOSES = {
        Purpose.APPOINTMENT_REMINDERS, Purpose.FOLLOW_UP, Purpose.RECEIPTS};

    private final LinkKeys keys;
    private final SecureRandom random = new SecureRandom();

    public LinkTokens(LinkKeys keys) {
        this.keys = keys;
    }

    public String seal(ClientLink link, Instant now) {
        LinkKey key = keys.current(now);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] payload = payload(link);
        ByteBuffer token = ByteBuffer.allocate(2 + NONCE + payload.length + TAG_BITS / 8);
        token.putShort((short) key.id()).put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(ByteBuffer.wrap(payload), token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/GCM", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Empty for anything that we did not make; an expired one opens, its holder is told so. */
    public Optional<ClientLink> open(String token) {
        if (!LENGTHS.contains(token.length())) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            Optional<LinkKey> key = keys.find(bytes.getShort());
            if (key.isEmpty()) {
                return Optional.empty();
            }
            byte[] nonce = new byte[NONCE];
            bytes.get(nonce);
            byte[] sealed = new byte[bytes.remaining()];
            bytes.get(sealed);
            return Optional.of(link(cipher(Cipher.DECRYPT_MODE, key.get(), nonce).doFinal(sealed)));
        } catch (GeneralSecurityException | IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, LinkKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = SEALING.get();
        cipher.init(mode, key.sealing(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] payload(ClientLink link) {
        ByteBuffer payload = ByteBuffer.allocate(thingOf(link) == null ? PAYLOAD : LONG_PAYLOAD);
        if (link instanceof ClientLink.Stop stop) {
            payload.put(STOP).putInt(indexOf(PURPOSES, stop.purpose()));
        } else if (link instanceof ClientLink.ConfirmAddress confirm) {
            payload.put(CONFIRM).putInt(confirm.addressVersion());
        } else if (link instanceof ClientLink.Answer answer) {
            payload.put(ANSWER).putInt(answer.appointmentVersion());
        } else if (link instanceof ClientLink.Preferences preferences) {
            payload.put(PREFERENCES).putInt(preferences.addressVersion());
        } else if (link instanceof ClientLink.NewAddress) {
            payload.put(NEW_ADDRESS).putInt(0);
        }
        put(payload.put((byte) indexOf(LANGUAGES, link.language())), link.clientId())
                .putInt(Math.toIntExact(link.expiresAt().getEpochSecond() / 3600))
                .put((byte) 0);
        UUID thing = thingOf(link);
        return (thing == null ? payload : put(payload, thing)).array();
    }

    private static @Nullable UUID thingOf(ClientLink link) {
        if (link instanceof ClientLink.NewAddress address) {
            return address.wishId();
        }
        return link instanceof ClientLink.Answer answer ? answer.appointmentId() : null;
    }

    private static ByteBuffer put(ByteBuffer bytes, UUID id) {
        return bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static ClientLink link(byte[] bytes) {
        ByteBuffer payload = ByteBuffer.wrap(bytes);
        byte kind = payload.get();
        int subject = payload.getInt();
        Language language = LANGUAGES[payload.get()];
        UUID clientId = id(payload);
        Instant expiresAt = Instant.ofEpochSecond(payload.getInt() * 3600L);
        payload.get();
        return switch (kind) {
            case STOP -> new ClientLink.Stop(clientId, PURPOSES[subject], language, expiresAt);
            case CONFIRM -> new ClientLink.ConfirmAddress(clientId, subject, language, expiresAt);
            case ANSWER -> new ClientLink.Answer(clientId, id(payload), subject, language, expiresAt);
            case PREFERENCES -> new ClientLink.Preferences(clientId, subject, language, expiresAt);
            case NEW_ADDRESS -> new ClientLink.NewAddress(clientId, id(payload), language, expiresAt);
            default -> throw new IllegalArgumentException("a kind of link that this release does not know");
        };
    }

    private static <T> int indexOf(T[] all, T one) {
        for (int i = 0; i < all.length; i++) {
            if (all[i] == one) {
                return i;
            }
        }
        throw new IllegalArgumentException("not a value that a token can carry");
    }
}
