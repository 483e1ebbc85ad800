package org.handrail.notifier.link;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/** The JDK's algorithms, an instance a thread: looking one up costs more than using it. To be initialised each time. */
final class PerThread {

    private PerThread() {
    }

    @FunctionalInterface
    private interface Lookup<T> {

        T find() throws GeneralSecurityException;
    }

    static ThreadLocal<Cipher> cipher(String transformation) {
        return made(() -> Cipher.getInstance(transformation));
    }

    static ThreadLocal<Mac> mac(String algorithm) {
        return made(() -> Mac.getInstance(algorithm));
    }

    private static <T> ThreadLocal<T> made(Lookup<T> lookup) {
        return ThreadLocal.withInitial(() -> {
            try {
                return lookup.find();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has AES and HmacSHA256", e);
            }
        });
    }
}
