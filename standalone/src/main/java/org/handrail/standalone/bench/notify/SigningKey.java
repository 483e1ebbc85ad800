package org.handrail.standalone.bench.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The key that both sides sign with, RSA of 2,048 bits, as a file in a directory of its own. */
record SigningKey(Path file) implements AutoCloseable {

    static SigningKey make() throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Path directory = Files.createTempDirectory("handrail-dkim-");
        Path file = Files.createFile(directory.resolve("s1._domainkey.example.org.pem"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        return new SigningKey(file);
    }

    /** For notifier-service. */
    Map<String, String> settings() {
        return Map.of("HANDRAIL_DKIM_KEYS", file.getParent().toString());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.getParent());
    }
}
