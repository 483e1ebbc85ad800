package org.handrail.acceptance.compose;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handrail.acceptance.project.Project;
import org.jspecify.annotations.Nullable;

/** docker-compose.yml. */
record ComposeFile(Map<String, Object> document) {

    static ComposeFile read() {
        return new ComposeFile(Project.yaml("docker-compose.yml"));
    }

    Map<String, Container> containers() {
        Map<String, Container> containers = new TreeMap<>();
        map(document.get("services")).forEach((name, settings) -> containers.put(name, new Container(map(settings))));
        return containers;
    }

    Container container(String name) {
        Container container = containers().get(name);
        if (container == null) {
            throw new AssertionError("docker-compose.yml has no service " + name);
        }
        return container;
    }

    Container container(Service service) {
        return container(service.id());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    /** One entry under {@code services}. */
    record Container(Map<String, Object> settings) {

        String text(String key) {
            return String.valueOf(settings.get(key));
        }

        Map<String, Object> map(String key) {
            return ComposeFile.map(settings.get(key));
        }

        @SuppressWarnings("unchecked")
        List<String> list(String key) {
            Object list = settings.get(key);
            return list == null ? List.of() : (List<String>) list;
        }

        String environment(String name) {
            return String.valueOf(map("environment").get(name));
        }

        String buildArgument(String name) {
            return String.valueOf(ComposeFile.map(map("build").get("args")).get(name));
        }

        boolean isBuiltHere() {
            return settings.containsKey("build");
        }

        String healthTest() {
            return String.valueOf(map("healthcheck").get("test"));
        }
    }
}
