package org.handrail.notifier.dkim;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys for tests. One pair of each algorithm: making them takes longer than the tests. */
public final class SigningWith {

    private static final Map<Algorithm, KeyPair> PAIRS = new EnumMap<>(Algorithm.class);

    private SigningWith() {
    }

    public static SigningKey key(String selector, Algorithm algorithm, @Nullable Instant from) {
        KeyPair pair = PAIRS.computeIfAbsent(algorithm, KeyPairs::make);
        return new SigningKey("example.org", selector, algorithm, pair.getPrivate(), pair.getPublic(), from);
    }

    public static SigningKeys both() {
        return new SigningKeys(List.of(
                key("s1", Algorithm.RSA_SHA256, null), key("s2", Algorithm.ED25519_SHA256, null)));
    }

    /** As files that the service reads. */
    public static void write(SigningKeys keys, Path directory) throws IOException {
        for (SigningKey key : keys.all()) {
            Files.writeString(directory.resolve(key.dnsName() + ".pem"),
                    KeyReading.write(key.privateKey(), key.notBefore()));
        }
    }

    /** As the service does it, with the native provider where this machine has it. */
    public static DkimSigner signer(SigningKeys keys) {
        return new DkimSigner(keys, AmazonCorrettoCryptoProvider.INSTANCE);
    }
}
