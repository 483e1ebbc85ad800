package org.handrail.standalone.bench.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

/** DKIM as a program that uses Angus Mail gets it: with the library for it. RSA, relaxed/relaxed. Thread-safe. */
final class Signing {

    private static final List<String> MORE_HEADERS = List.of(
            "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post", "Content-Language");

    private final RSAPrivateKey key;
    private final ThreadLocal<DkimSigner> signer = ThreadLocal.withInitial(this::signer);

    private Signing(RSAPrivateKey key) {
        this.key = key;
    }

    static Signing with(Path pem) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(pem).replaceAll("-----[^-]+-----|\\s", "");
        return new Signing((RSAPrivateKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64))));
    }

    MimeMessage sign(MimeMessage message) throws MessagingException {
        return new DkimMessage(message, signer.get());
    }

    private DkimSigner signer() {
        try {
            DkimSigner made = new DkimSigner("example.org", "s1", key);
            made.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
            made.setHeaderCanonicalization(Canonicalization.RELAXED);
            made.setBodyCanonicalization(Canonicalization.RELAXED);
            made.setCheckDomainKey(false);
            MORE_HEADERS.forEach(made::addHeaderToSign);
            return made;
        } catch (DkimException e) {
            throw new IllegalStateException(e);
        }
    }
}
