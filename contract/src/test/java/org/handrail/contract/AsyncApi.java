package org.handrail.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docs/asyncapi.yaml, read; references within it are followed. */
record AsyncApi(Path file, Map<String, Object> document) {

    static AsyncApi read() throws IOException {
        Path file = Path.of("..", "docs", "asyncapi.yaml");
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new AsyncApi(file, yaml.load(Files.readString(file)));
    }

    Map<String, Object> channels() {
        return map(document.get("channels"));
    }

    Map<String, Object> messages() {
        return at("components", "messages");
    }

    Map<String, Object> at(String... path) {
        return at(document, path);
    }

    static Map<String, Object> at(Object node, String... path) {
        Map<String, Object> here = map(node);
        for (String step : path) {
            if (!here.containsKey(step)) {
                throw new AssertionError("No " + step + " (of " + String.join("/", path) + ") among " + here.keySet());
            }
            here = map(here.get(step));
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
