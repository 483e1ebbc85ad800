package org.handrail.standalone.stack;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handrail.local.OwnerOnly;
import org.handrail.local.Secrets;

/**
 * What only this installation knows. Made once, kept in a file that only its owner can read.
 *
 * @param internalToken between the services
 * @param webhookSecret of the telephone system (Standard Webhooks)
 * @param apiKey        of the first source
 * @param adminPassword of the account {@code admin}, until it is changed at the console
 */
public record StackSecrets(String internalToken, String webhookSecret, String apiKey, String adminPassword) {

    static StackSecrets keptIn(Path file) {
        try {
            var properties = new Properties();
            if (Files.exists(file)) {
                properties.load(new StringReader(Files.readString(file)));
            }
            int before = properties.size();
            properties.computeIfAbsent("internal-token", name -> Secrets.random());
            properties.computeIfAbsent("webhook-secret", name -> "whsec_"
                    + Base64.getEncoder().encodeToString(Secrets.random().getBytes(StandardCharsets.US_ASCII)));
            properties.computeIfAbsent("api-key", name -> Secrets.random());
            properties.computeIfAbsent("admin-password", name -> Secrets.random());
            if (properties.size() > before) {
                OwnerOnly.write(file, lines(properties));
            }
            return new StackSecrets(properties.getProperty("internal-token"), properties.getProperty("webhook-secret"),
                    properties.getProperty("api-key"), properties.getProperty("admin-password"));
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets in " + file + " can't be read or made", e);
        }
    }

    private static String lines(Properties properties) {
        return new TreeMap<>(properties).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "StackSecrets[...]";
    }
}
