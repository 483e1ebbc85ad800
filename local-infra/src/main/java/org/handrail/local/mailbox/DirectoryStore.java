package org.handrail.local.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.handrail.local.OwnerOnly;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails as files: {@code 17.eml} is the mail byte for byte, {@code 17.json} its envelope, written last, so that a mail
 * without one was never acknowledged.
 */
public final class DirectoryStore implements MailStore {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path directory;
    private final int mostMails;
    private final TreeMap<Long, Envelope> envelopes = new TreeMap<>();
    private long lastId;

    public DirectoryStore(Path directory, int mostMails) {
        this.directory = directory;
        this.mostMails = mostMails;
        try {
            OwnerOnly.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.getFileName().toString().matches("[0-9]+\\.json")).forEach(this::load);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The mails in " + directory + " can't be read", e);
        }
        lastId = envelopes.isEmpty() ? 0 : envelopes.lastKey();
    }

    private void load(Path file) {
        try {
            Envelope envelope = JSON.readValue(Files.readString(file), Envelope.class);
            envelopes.put(envelope.id(), envelope);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException halfWritten) {
            file.toFile().delete();
        }
    }

    @Override
    public synchronized ReceivedMail add(Instant receivedAt, String from, List<String> recipients, byte[] raw) {
        var mail = new ReceivedMail(new Envelope(++lastId, receivedAt, from, recipients), raw);
        try {
            Files.write(eml(lastId), raw);
            OwnerOnly.write(json(lastId), JSON.writeValueAsString(mail.envelope()));
        } catch (IOException e) {
            throw new UncheckedIOException("The mail can't be kept", e);
        }
        envelopes.put(lastId, mail.envelope());
        while (envelopes.size() > mostMails) {
            remove(envelopes.firstKey());
        }
        return mail;
    }

    @Override
    public synchronized List<Envelope> envelopes() {
        return List.copyOf(envelopes.values());
    }

    @Override
    public synchronized Optional<ReceivedMail> find(long id) {
        Envelope envelope = envelopes.get(id);
        if (envelope == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReceivedMail(envelope, Files.readAllBytes(eml(id))));
        } catch (IOException deletedByHand) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void clear() {
        Map.copyOf(envelopes).keySet().forEach(this::remove);
    }

    private void remove(long id) {
        envelopes.remove(id);
        json(id).toFile().delete();
        eml(id).toFile().delete();
    }

    private Path eml(long id) {
        return directory.resolve(id + ".eml");
    }

    private Path json(long id) {
        return directory.resolve(id + ".json");
    }
}
