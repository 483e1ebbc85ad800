package org.handrail.notifier.link;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/**
 * Names a delivery in the envelope's return path, so that a bounce finds its way back and a forged one does not.
 * 52 lower-case hex digits, because mail systems on the way may change case; the same for every attempt.
 */
public final class ReturnPaths {

    private static final int TAG = 8;
    private static final ThreadLocal<Cipher> BLOCK = PerThread.cipher("AES/ECB/NoPadding");
    private static final ThreadLocal<Mac> HMAC = PerThread.mac("HmacSHA256");

    private final LinkKeys keys;

    public ReturnPaths(LinkKeys keys) {
        this.keys = keys;
    }

    public String tokenFor(UUID deliveryId, Instant now) {
        LinkKey key = keys.current(now);
        try {
            byte[] name = block(Cipher.ENCRYPT_MODE, key, bytes(deliveryId));
            byte[] token = ByteBuffer.allocate(2 + 16 + TAG)
                    .putShort((short) key.id()).put(name).put(tag(key, name)).array();
            return HexFormat.of().formatHex(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES and HmacSHA256", e);
        }
    }

    /** Empty for anything that we did not make. */
    public Optional<UUID> deliveryOf(String token) {
        if (token.length() != 2 * (2 + 16 + TAG)) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(token));
            Optional<LinkKey> key = keys.find(bytes.getShort());
            if (key.isEmpty()) {
                return Optional.empty();
            }
            byte[] name = new byte[16];
            byte[] tag = new byte[TAG];
            bytes.get(name).get(tag);
            if (!MessageDigest.isEqual(tag, tag(key.get(), name))) {
                return Optional.empty();
            }
            ByteBuffer id = ByteBuffer.wrap(block(Cipher.DECRYPT_MODE, key.get(), name));
            return Optional.of(new UUID(id.getLong(), id.getLong()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One block and no mode: a delivery's name is a single block, so there is nothing to chain. */
    private static byte[] block(int mode, LinkKey key, byte[] id) throws GeneralSecurityException {
        Cipher cipher = BLOCK.get();
        cipher.init(mode, key.naming());
        return cipher.doFinal(id);
    }

    private static byte[] tag(LinkKey key, byte[] name) throws GeneralSecurityException {
        Mac mac = HMAC.get();
        mac.init(key.tagging());
        return Arrays.copyOf(mac.doFinal(name), TAG);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }
}
