package org.handrail.notifier.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyReadingTest {

    private static final String NAME = "s1._domainkey.example.org";
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrote(Algorithm algorithm) throws Exception {
        KeyPair pair = KeyPairs.make(algorithm);

        SigningKey key = KeyReading.read(NAME, KeyReading.write(pair.getPrivate(), DECEMBER));

        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertThat(key.publicKey()).isEqualTo(pair.getPublic());
        assertThat(key.notBefore()).isEqualTo(DECEMBER);
        assertThat(key.dnsName()).isEqualTo(NAME);
        assertThat(key.toString()).doesNotContain(Base64.getEncoder().encodeToString(
                pair.getPrivate().getEncoded()).substring(30, 60));
    }

    @Test
    void readsTheOlderFormOfAnRsaKey() throws Exception {
        KeyPair pair = KeyPairs.make(Algorithm.RSA_SHA256);
        byte[] whole = pair.getPrivate().getEncoded();
        byte[] older = Arrays.copyOfRange(whole, 26, whole.length);

        SigningKey key = KeyReading.read(NAME, "-----BEGIN RSA PRIVATE KEY-----\r\n"
                + Base64.getMimeEncoder().encodeToString(older) + "\r\n-----END RSA PRIVATE KEY-----\r\n");

        assertThat(key.publicKey()).isEqualTo(pair.getPublic());
        assertThat(KeyReading.doubt(key)).isEmpty();
    }

    @Test
    void refusesAWeakKeyAndDoubtsAnOldOne() throws Exception {
        assertThatThrownBy(() -> KeyReading.read(NAME, KeyReading.write(rsa(768), null)))
                .isInstanceOf(UnusableKey.class).hasMessageContaining("768 bits");
        SigningKey old = KeyReading.read(NAME, KeyReading.write(rsa(1_024), null));
        assertThat(KeyReading.doubt(old)).hasValueSatisfying(doubt -> assertThat(doubt).contains("1024 bits"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello                                                                      | holds no private key
            -----BEGIN PRIVATE KEY-----                                                | holds no private key
            -----BEGIN PRIVATE KEY----- AAAA -----END PRIVATE KEY-----                 | neither an RSA nor an Ed25519
            -----BEGIN ENCRYPTED PRIVATE KEY----- AAAA -----END ENCRYPTED PRIVATE KEY----- | password
            -----BEGIN PUBLIC KEY----- AAAA -----END PUBLIC KEY-----                   | holds a PUBLIC KEY
            -----BEGIN RSA PRIVATE KEY----- AAAA -----END RSA PRIVATE KEY-----         | neither an RSA nor an Ed25519
            """)
    void saysWhatIsWrongWithAFile(String text, String why) {
        assertThatThrownBy(() -> KeyReading.read(NAME, text))
                .isInstanceOf(UnusableKey.class).hasMessageContaining(why);
    }

    @Test
    void refusesKeysOfOtherKindsAndTimesThatAreNone() throws Exception {
        PrivateKey curve = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();
        PrivateKey larger = KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPrivate();
        String usable = KeyReading.write(KeyPairs.make(Algorithm.ED25519_SHA256).getPrivate(), null);

        assertThatThrownBy(() -> KeyReading.read(NAME, KeyReading.write(curve, null))).isInstanceOf(UnusableKey.class);
        assertThatThrownBy(() -> KeyReading.read(NAME, KeyReading.write(larger, null))).isInstanceOf(UnusableKey.class);
        assertThatThrownBy(() -> KeyReading.read(NAME, "Not-Before: soon\n" + usable))
                .hasMessageContaining("Not-Before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s1", "s1.example.org", "_domainkey.example.org", "s1._domainkey.org", "s 1._domainkey.a.org",
        "s1._domainkey.example.org\r\n", "s1;x._domainkey.example.org", "-s._domainkey.example.org"})
    void takesOnlyANameThatARecordCanHave(String name) {
        assertThatThrownBy(() -> KeyReading.read(name, KeyReading.write(KeyPairs.make(Algorithm.ED25519_SHA256)
                .getPrivate(), null))).isInstanceOf(UnusableKey.class).hasMessageContaining("named as its record");
    }

    @ParameterizedTest
    @CsvSource({"example.org, true", "mail.Example.ORG, true", "notexample.org, false", "org, false", "example.net, false"})
    void countsForTheSendersDomainAndThoseBelowIt(String sender, boolean aligned) {
        assertThat(KeyReading.isAligned(SigningWith.key("s1", Algorithm.ED25519_SHA256, null), sender))
                .isEqualTo(aligned);
    }

    @Test
    void givesALongRecordInStringsThatDnsTakes() {
        PublicRecord record = PublicRecord.of(SigningWith.key("s1", Algorithm.RSA_SHA256, null));

        assertThat(record.text()).startsWith("v=DKIM1; k=rsa; p=MII").hasSizeGreaterThan(255);
        assertThat(record.zoneLine()).startsWith("s1._domainkey.example.org. IN TXT ( \"v=DKIM1; ");
        assertThat(record.zoneLine().split("\"")).allMatch(string -> string.length() <= 255);
        assertThat(record.zoneLine().replaceAll("^[^\"]*\"|\" \"|\"[^\"]*$", "")).isEqualTo(record.text());
    }

    private static PrivateKey rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPrivate();
    }
}
