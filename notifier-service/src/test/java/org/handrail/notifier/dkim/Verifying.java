package org.handrail.notifier.dkim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.api.Result;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.tagvalue.PublicKeyRecordImpl;

/**
 * Apache James' verifier, which shares no code with what it checks. It knows RSA alone, so what RFC 8463 adds is taught
 * to it from outside: the key's encoding, and a signature over the hash by the JDK's Ed25519.
 */
public final class Verifying {

    private static final byte[] BEFORE_ED25519 = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0};

    static {
        Security.addProvider(new Ed25519OverSha256());
    }

    private Verifying() {
    }

    /** The algorithms whose signatures are believed; others failed or are absent. */
    public static List<String> believed(byte[] message, SigningKeys published) throws IOException {
        DKIMVerifier verifier = new DKIMVerifier((methods, selector, domain) -> published.all().stream()
                .filter(key -> key.dnsName().equals(selector + "._domainkey." + domain))
                .map(key -> PublicRecord.of(key).text())
                .toList()) {
            @Override
            protected PublicKeyRecord newPublicKeyRecord(String record) {
                return record.contains("k=ed25519") ? new Ed25519Record(record) : super.newPublicKeyRecord(record);
            }
        };
        try {
            verifier.verify(new ByteArrayInputStream(message));
        } catch (FailException e) {
            // the results tell
        }
        return verifier.getResults().stream().filter(Result::isSuccess)
                .map(result -> result.getRecord().getHashKeyType().toString()).toList();
    }

    private static final class Ed25519Record extends PublicKeyRecordImpl {

        Ed25519Record(String text) {
            super(text);
        }

        @Override
        public PublicKey getPublicKey() {
            byte[] raw = Base64.getDecoder().decode(getValue("p").toString());
            byte[] encoded = Arrays.copyOf(BEFORE_ED25519, BEFORE_ED25519.length + raw.length);
            System.arraycopy(raw, 0, encoded, BEFORE_ED25519.length, raw.length);
            try {
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Ed25519OverSha256 extends Provider {

        Ed25519OverSha256() {
            super("RFC 8463", "1", "Ed25519 over a SHA-256 hash, to verify");
            putService(new Service(this, "Signature", "SHA256withED25519", Spi.class.getName(), null, null));
        }
    }

    /** Made by the JDK by its name. */
    public static final class Spi extends SignatureSpi {

        private final MessageDigest digest;
        private final Signature signature;

        public Spi() throws GeneralSecurityException {
            digest = MessageDigest.getInstance("SHA-256");
            signature = Signature.getInstance("Ed25519");
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            signature.initVerify(key);
        }

        @Override
        protected void engineUpdate(byte b) {
            digest.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
        }

        @Override
        protected boolean engineVerify(byte[] signed) throws SignatureException {
            signature.update(digest.digest());
            return signature.verify(signed);
        }

        @Override
        protected void engineInitSign(PrivateKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineSign() {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
