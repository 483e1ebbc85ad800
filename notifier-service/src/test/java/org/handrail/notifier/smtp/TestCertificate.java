package org.handrail.notifier.smtp;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate made for one test by the JDK's keytool, and the two sides that use it. */
public final class TestCertificate {

    private static final String PASSWORD = "for-this-test-only";
    private static final String SERVER = "server";

    private final SSLContext context;

    /** @param name as keytool's {@code -ext san=}, for instance {@code ip:127.0.0.1} */
    public TestCertificate(Path folder, String name) throws Exception {
        this(context(generated(folder, name), SERVER));
    }

    private TestCertificate(SSLContext context) {
        this.context = context;
    }

    /** By an authority that is trusted, but valid until yesterday. A certificate that is itself trusted never expires. */
    public static TestCertificate expired(Path folder, String name) throws Exception {
        Path store = generated(folder, name);
        keytool(store, "-genkeypair", "-keyalg", "EC", "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c");
        Path request = folder.resolve("request");
        Path signed = folder.resolve("signed");
        keytool(store, "-certreq", "-alias", SERVER, "-file", request.toString());
        keytool(store, "-gencert", "-alias", "authority", "-infile", request.toString(), "-outfile", signed.toString(),
                "-startdate", "-3d", "-validity", "2", "-ext", "san=" + name);
        keytool(store, "-importcert", "-alias", SERVER, "-file", signed.toString(), "-noprompt");
        return new TestCertificate(context(store, "authority"));
    }

    private static SSLContext context(Path file, String trustedAlias) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(trustedAlias, store.getCertificate(trustedAlias));
        for (String alias : Collections.list(store.aliases())) {
            if (!alias.equals(SERVER)) {
                store.deleteEntry(alias);
            }
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Serves as the server's side, and as a client's that trusts it. */
    public SSLSocketFactory sockets() {
        return context.getSocketFactory();
    }

    private static Path generated(Path folder, String name) throws Exception {
        Path store = folder.resolve("test.p12");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-alias", SERVER, "-dname", "CN=test", "-validity", "2",
                "-ext", "san=" + name);
        return store;
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + arguments[0]);
        }
    }
}
