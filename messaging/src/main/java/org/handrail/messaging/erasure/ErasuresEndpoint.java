package org.handrail.messaging.erasure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/** {@code GET /erasures/{client}} on the management port: what this service erased; 404 when it erased nobody such. */
@Endpoint(id = "erasures")
public final class ErasuresEndpoint {

    private final ErasedClients erased;

    public ErasuresEndpoint(ErasedClients erased) {
        this.erased = erased;
    }

    @ReadOperation
    public @Nullable Erasure of(@Selector String clientId) {
        try {
            return erased.find(UUID.fromString(clientId)).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
