package org.handrail.notifier.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs with one key, by the faster provider where that one proves able to, else by the JDK's. Thread-safe. */
final class KeySignature {

    private static final byte[] TRIAL = {1, 2, 3};

    private final Algorithm algorithm;
    private final PrivateKey key;
    private final @Nullable Provider provider;

    private KeySignature(Algorithm algorithm, PrivateKey key, @Nullable Provider provider) {
        this.algorithm = algorithm;
        this.key = key;
        this.provider = provider;
    }

    static KeySignature of(SigningKey key, @Nullable Provider faster) {
        KeySignature plain = new KeySignature(key.algorithm(), key.privateKey(), null);
        if (faster == null) {
            return plain;
        }
        try {
            KeySignature fast = new KeySignature(key.algorithm(), ownForm(key, faster), faster);
            return fast.isBelievedBy(key) ? fast : plain;
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            return plain;
        }
    }

    boolean isFast() {
        return provider != null;
    }

    /** Whether whoever knows the published key believes what this one signs, by the JDK's own judgement. */
    boolean isBelievedBy(SigningKey published) throws GeneralSecurityException {
        byte[] signed = sign(TRIAL, TRIAL.length);
        Signature check = Signature.getInstance(algorithm.signature());
        check.initVerify(published.publicKey());
        check.update(algorithm == Algorithm.ED25519_SHA256 ? sha256(TRIAL, TRIAL.length) : TRIAL);
        return check.verify(signed);
    }

    byte[] sign(byte[] data, int length) throws GeneralSecurityException {
        Signature signature = provider == null ? Signature.getInstance(algorithm.signature())
                : Signature.getInstance(algorithm.signature(), provider);
        signature.initSign(key);
        if (algorithm == Algorithm.ED25519_SHA256) {
            signature.update(sha256(data, length));
        } else {
            signature.update(data, 0, length);
        }
        return signature.sign();
    }

    static byte[] sha256(byte[] data, int length) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(data, 0, length);
        return digest.digest();
    }

    /** Made once, where the provider makes keys: else it would do so for each signature. */
    private static PrivateKey ownForm(SigningKey key, Provider provider) throws GeneralSecurityException {
        String algorithm = key.algorithm().keyAlgorithm();
        return provider.getService("KeyFactory", algorithm) == null ? key.privateKey()
                : KeyFactory.getInstance(algorithm, provider)
                        .generatePrivate(new PKCS8EncodedKeySpec(key.privateKey().getEncoded()));
    }
}
