package org.handrail.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.local.LocalInfra;
import org.handrail.local.LocalKafka;
import org.handrail.messaging.kafka.KafkaSettings;
import org.handrail.messaging.kafka.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** TLS and SASL by nothing but environment variables, on a broker that takes nothing else. */
class SecuredBrokerTest {

    private static final String STORE_PASSWORD = "changeit";

    @TempDir
    private Path directory;

    @Test
    void speaksWithABrokerThatWantsTlsAndAPassword() throws Exception {
        Path store = newKeyStore();
        try (LocalKafka broker = secured(store)) {
            KafkaSettings settings = bound(environment(broker, store, "right"));
            new Topics(settings).ensure();

            UUID client = UUID.randomUUID();
            try (Instance service = new Instance(LocalInfra.shared().newDatabase("secured"), settings).migrated()
                    .withRoute("events:INTAKE?group=sample", Instance::remember).start()) {
                service.transaction.executeWithoutResult(
                        status -> service.outbox.publish(Broker.admission(client), Broker.AT));
                await().atMost(Duration.ofSeconds(60)).until(() -> service.handled().equals(List.of(client)));
            }
        }
    }

    @Test
    void saysSoWhenThePasswordIsWrong() throws Exception {
        Path store = newKeyStore();
        try (LocalKafka broker = secured(store)) {
            KafkaSettings settings = bound(environment(broker, store, "wrong"));

            assertThatThrownBy(() -> new Topics(settings).ensure())
                    .isInstanceOf(Topics.KafkaAway.class)
                    .satisfies(fault -> assertThat(Faults.code(fault)).isEqualTo("SaslAuthenticationException"));
        }
    }

    private static Map<String, Object> environment(LocalKafka broker, Path store, String password) {
        return Map.of(
                "HANDRAIL_KAFKA_BOOTSTRAP", broker.bootstrap(),
                "HANDRAIL_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL",
                "HANDRAIL_KAFKA_CLIENT_SASL_MECHANISM", "PLAIN",
                "HANDRAIL_KAFKA_CLIENT_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"handrail\" password=\""
                        + password + "\";",
                "HANDRAIL_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION", store.toString(),
                "HANDRAIL_KAFKA_CLIENT_SSL_TRUSTSTORE_PASSWORD", STORE_PASSWORD,
                "HANDRAIL_KAFKA_CLIENT_SSL_TRUSTSTORE_TYPE", "PKCS12");
    }

    /** As Spring Boot binds the environment of a service. */
    private static KafkaSettings bound(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        return new Binder(ConfigurationPropertySources.get(environment))
                .bindOrCreate("handrail.kafka", KafkaSettings.class);
    }

    private static LocalKafka secured(Path store) {
        return LocalKafka.builder()
                .setting("listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT")
                .setting("inter.broker.listener.name", "PLAINTEXT")
                .setting("sasl.enabled.mechanisms", "PLAIN")
                .setting("sasl.mechanism.inter.broker.protocol", "PLAIN")
                .setting("listener.name.plaintext.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\""
                                + " password=\"its-own\" user_broker=\"its-own\" user_handrail=\"right\";")
                .setting("ssl.keystore.type", "PKCS12")
                .setting("ssl.keystore.location", store.toString())
                .setting("ssl.keystore.password", STORE_PASSWORD)
                .setting("ssl.key.password", STORE_PASSWORD)
                .setting("ssl.truststore.type", "PKCS12")
                .setting("ssl.truststore.location", store.toString())
                .setting("ssl.truststore.password", STORE_PASSWORD)
                .start();
    }

    /** A key for 127.0.0.1 with a certificate signed by itself; the JDK trusts a key entry's own certificate. */
    private Path newKeyStore() throws Exception {
        Path store = directory.resolve("broker-" + UUID.randomUUID() + ".p12");
        Process keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "broker", "-keyalg", "EC", "-dname", "CN=127.0.0.1",
                "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", STORE_PASSWORD).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }
}
