package org.handrail.intake.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clients known; every call belongs to the caller's transaction. */
public interface Clients {

    void add(Client client, Instant now);

    /** Until the end of the transaction nobody else changes this client or publishes facts about them. */
    Optional<Client> lock(UUID id);

    void save(Client client);

    /** Ties the reference to the client unless it is tied already. @return whose it is now */
    UUID claim(String source, String reference, UUID client);

    Optional<UUID> byReference(String source, String reference);

    /** Others with the same email or phone, newest first, at most 20. */
    List<UUID> matching(@Nullable String email, @Nullable String phone, UUID except);

    /** The newest client with the number. Until the end of the transaction nobody else asks for the same number. */
    Optional<UUID> lockByPhone(PhoneNumber phone);
}
