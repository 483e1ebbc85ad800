package org.handrail.acceptance.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.handrail.acceptance.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dockerfile, docker/ready and docker/front.cfg against what the services serve. */
class DockerfileTest {

    private final List<String> lines = Project.text("Dockerfile").lines().toList();
    private final Map<String, String> platform =
            Project.properties("platform/src/main/resources/handrail-platform.yml");

    @Test
    void theBaseHasTheJavaThatTheJarsAreBuiltFor() {
        String image = one("ARG JAVA_IMAGE=").substring("ARG JAVA_IMAGE=".length());
        String release = Project.text("pom.xml").replaceAll("(?s).*<java.version>(\\d+)<.*", "$1");

        assertThat(image).isEqualTo("eclipse-temurin:" + release + "-jre");
        assertThat(lines.stream().filter(line -> line.startsWith("FROM "))).allMatch(
                line -> line.startsWith("FROM ${JAVA_IMAGE}"));
    }

    @Test
    void theProcessIsJavaItselfAndNotRoot() {
        assertThat(one("USER ")).matches("USER [1-9]\\d*:[1-9]\\d*");
        assertThat(one("ENTRYPOINT ")).startsWith("ENTRYPOINT [\"java\",");
        assertThat(String.join("\n", lines)).contains("MaxRAMPercentage", "-Djava.io.tmpdir=/tmp");
        ComposeFile compose = ComposeFile.read();
        for (Service service : Service.values()) {
            assertThat("USER " + compose.container(service).text("user")).isEqualTo(one("USER "));
        }
    }

    @Test
    void healthIsAskedWhereTheServicesAnswer() {
        String path = healthPath();

        assertThat(path).isEqualTo("/health/ready");
        assertThat(one("HEALTHCHECK ")).endsWith("CMD [\"/handrail/ready\"]");
        assertThat(Project.text("docker/ready")).contains("GET " + path + " HTTP/1.1", "${MANAGEMENT_PORT}");
        assertThat(Project.path("docker/ready")).isExecutable();
        assertThat(Project.text("docker/front.cfg")).contains("option httpchk GET " + path + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void theFrontReachesEveryInstanceAtItsPorts(Service service) {
        String front = Project.text("docker/front.cfg");

        assertThat(front).contains("    bind :" + service.port() + "\n");
        assertThat(front).containsPattern("server-template " + service.id() + " 1-\\d+ " + service.id() + ":"
                + service.port() + " port " + service.managementPort() + "\n");
        assertThat(ComposeFile.read().container("front").list("ports"))
                .anyMatch(port -> port.endsWith(":-" + service.port() + "}:" + service.port()));
    }

    @Test
    void theImageExposesBothPorts() {
        assertThat(one("EXPOSE ")).isEqualTo("EXPOSE ${PORT} ${MANAGEMENT_PORT}");
    }

    /** The group "ready" of the health endpoint, below the base path of management. */
    private String healthPath() {
        String group = "management.endpoint.health.group.ready.include";
        assertThat(platform).containsKey(group);
        for (Service service : Service.values()) {
            assertThat(service.configuration().keySet()).noneMatch(key -> key.startsWith("management.endpoints.web"));
        }
        assertThat(platform.get("management.endpoints.web.base-path")).isEqualTo("/");
        assertThat(platform).doesNotContainKey("management.endpoints.web.path-mapping.health");
        return "/health/ready";
    }

    private String one(String start) {
        List<String> found = lines.stream().filter(line -> line.startsWith(start)).toList();
        assertThat(found).as("lines that start with %s", start).hasSize(1);
        return found.get(0);
    }
}
