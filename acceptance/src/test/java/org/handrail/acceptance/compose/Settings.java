package org.handrail.acceptance.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handrail.acceptance.project.Project;

/**
 * The settings that a service reads, found in its sources and those of the shared modules: placeholders, keys of
 * configuration files, components of {@code @ConfigurationProperties} records.
 */
final class Settings {

    private static final List<String> SHARED = List.of("messaging", "platform");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(handrail\\.[a-z0-9.-]+)");
    private static final Pattern LOOKED_UP = Pattern.compile("[pP]roperty\\(\\s*\"(handrail\\.[a-z0-9.-]+)\"");
    private static final Pattern BOUND = Pattern.compile(
            "@ConfigurationProperties\\(\"(handrail[a-z0-9.-]*)\"\\)\\s*(?:public )?record \\w+\\(([^{]*)\\)\\s*\\{");
    private static final Pattern COMPONENT = Pattern.compile("(\\w+)\\s*(?:,|$)");

    private Settings() {
    }

    static Set<String> readBy(Service service) {
        Set<String> properties = new TreeSet<>();
        for (String module : SHARED) {
            addFrom(module, service, properties);
        }
        addFrom(service.module(), service, properties);
        return properties.stream().map(Settings::variable).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void addFrom(String module, Service service, Set<String> properties) {
        Project.sources(module, ".java").forEach(file -> addFrom(Project.text(file), properties));
        Project.sources(module, ".yml").forEach(file -> {
            // names that hold the service's name
            addFrom(Project.text(file).replace("${handrail.service}", service.id()), properties);
            Project.properties(Project.path(".").relativize(file).toString()).keySet().stream()
                    .filter(key -> key.startsWith("handrail."))
                    .forEach(properties::add);
        });
    }

    private static void addFrom(String text, Set<String> properties) {
        PLACEHOLDER.matcher(text).results().forEach(found -> properties.add(found.group(1)));
        LOOKED_UP.matcher(text).results().forEach(found -> properties.add(found.group(1)));
        BOUND.matcher(text).results().forEach(found -> componentsOf(found.group(2))
                .forEach(component -> properties.add(found.group(1) + "." + component)));
    }

    private static List<String> componentsOf(String parameters) {
        // generic arguments hold commas of their own
        String flat = parameters.replaceAll("<[^>]*>", "").replaceAll("@\\w+(\\([^)]*\\))?", "");
        return Arrays.stream(flat.split(","))
                .map(String::strip)
                .map(COMPONENT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
