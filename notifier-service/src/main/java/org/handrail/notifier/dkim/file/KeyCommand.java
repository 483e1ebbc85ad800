package org.handrail.notifier.dkim.file;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handrail.notifier.dkim.Algorithm;
import org.handrail.notifier.dkim.KeyPairs;
import org.handrail.notifier.dkim.KeyReading;
import org.handrail.notifier.dkim.PublicRecord;
import org.handrail.notifier.dkim.SigningKey;
import org.handrail.notifier.dkim.SigningKeys;
import org.handrail.notifier.dkim.UnusableKey;
import org.jspecify.annotations.Nullable;

/** Makes signing keys and shows what to publish for them; needs nothing but the directory. */
public final class KeyCommand {

    public static final Set<String> OPTIONS = Set.of("algorithm", "domain", "selector", "from");

    /** Time to publish the record, and for those who remember that there was none. */
    private static final Duration BEFORE_TAKING_OVER = Duration.ofDays(3);

    private final Path directory;
    private final String senderDomain;
    private final Clock clock;
    private final PrintStream out;

    public KeyCommand(Path directory, String senderDomain, Clock clock, PrintStream out) {
        this.directory = directory;
        this.senderDomain = senderDomain.toLowerCase(Locale.ROOT);
        this.clock = clock;
        this.out = out;
    }

    /** @return whether every key can sign, now or later */
    public boolean list() throws IOException {
        KeyDirectory found = read();
        SigningKeys keys = new SigningKeys(found.keys());
        List<SigningKey> inForce = keys.inForce(clock.instant());
        for (SigningKey key : keys.all()) {
            out.println(key.dnsName() + "  " + key.algorithm().keyType() + "  " + state(key, inForce));
            out.println("  " + PublicRecord.of(key).zoneLine());
        }
        found.unusable().forEach((file, why) -> out.println(file + "  can't be used: it " + why));
        if (keys.all().isEmpty() && found.unusable().isEmpty()) {
            out.println("There is no key in " + directory);
        }
        return found.unusable().isEmpty()
                && keys.all().stream().allMatch(key -> KeyReading.isAligned(key, senderDomain));
    }

    /**
     * @param options of {@link #OPTIONS}: rsa unless told otherwise, the sender's domain, the next free of s1, s2, ...;
     *                in force at once when it is the first of its kind, else in three days
     * @throws IllegalArgumentException saying what is wrong
     */
    public void make(Map<String, String> options) throws IOException {
        Algorithm algorithm = algorithm(options.getOrDefault("algorithm", "rsa"));
        List<SigningKey> present = read().keys();
        Instant from = from(options.get("from"), present.stream().anyMatch(key -> key.algorithm() == algorithm));
        String domain = options.getOrDefault("domain", senderDomain);
        String selector = options.containsKey("selector") ? options.get("selector") : nextSelector(domain);
        String text = KeyReading.write(KeyPairs.make(algorithm).getPrivate(), from);
        SigningKey key = checked(selector + "._domainkey." + domain, text);
        Path file = directory.resolve(key.dnsName() + KeyDirectory.SUFFIX);
        write(file, text);
        out.println("Made " + file + ", readable by this account alone. It signs from " + from + " on.");
        out.println("Publish this first, in one TXT record:");
        out.println();
        out.println("  " + PublicRecord.of(key).zoneLine());
    }

    private KeyDirectory read() throws IOException {
        return Files.isDirectory(directory) ? KeyDirectory.read(directory) : new KeyDirectory(List.of(), Map.of());
    }

    private String state(SigningKey key, List<SigningKey> inForce) {
        Instant now = clock.instant();
        if (!KeyReading.isAligned(key, senderDomain)) {
            return "is not for the sender's domain " + senderDomain + " nor for one above it";
        }
        if (inForce.contains(key)) {
            return "signs";
        }
        boolean later = key.notBefore() != null && now.isBefore(key.notBefore());
        return later ? "begins " + key.notBefore() : "no longer signs; its record may go a week after";
    }

    private SigningKey checked(String name, String text) {
        try {
            SigningKey key = KeyReading.read(name, text);
            if (KeyReading.isAligned(key, senderDomain)) {
                return key;
            }
        } catch (UnusableKey e) {
            throw new IllegalArgumentException("A key " + e.getMessage());
        }
        throw new IllegalArgumentException("The domain must be that of the sender, " + senderDomain
                + ", or one above it (HANDRAIL_MAIL_FROM names the sender)");
    }

    private Instant from(@Nullable String asked, boolean another) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (asked == null) {
            return another ? now.plus(BEFORE_TAKING_OVER) : now;
        }
        try {
            return Instant.parse(asked.length() == "2026-12-01".length() ? asked + "T00:00:00Z" : asked);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--from must be a day or a moment, such as 2026-12-01 or"
                    + " 2026-12-01T08:00:00Z");
        }
    }

    private String nextSelector(String domain) {
        int number = 1;
        while (Files.exists(directory.resolve("s" + number + "._domainkey." + domain + KeyDirectory.SUFFIX))) {
            number++;
        }
        return "s" + number;
    }

    private static Algorithm algorithm(String name) {
        for (Algorithm algorithm : Algorithm.values()) {
            if (algorithm.keyType().equals(name)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("--algorithm must be rsa or ed25519");
    }

    private void write(Path file, String text) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] folder = posix ? own("rwx------") : new FileAttribute<?>[0];
        Files.createDirectories(directory, folder);
        if (Files.exists(file)) {
            throw new IllegalArgumentException("There is such a key already: " + file);
        }
        Files.createFile(file, posix ? own("rw-------") : new FileAttribute<?>[0]);
        Files.writeString(file, text);
    }

    private static FileAttribute<?>[] own(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))};
    }
}
