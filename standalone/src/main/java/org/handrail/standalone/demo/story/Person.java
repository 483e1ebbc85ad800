package org.handrail.standalone.demo.story;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody of the story, and under which ids the product came to know them. */
public final class Person {

    private final String name;
    private final String email;
    private final String phone;
    private final @Nullable String zone;
    private final Set<UUID> clientIds = new LinkedHashSet<>();

    Person(String name, String email, String phone, @Nullable String zone) {
        this.name = name;
        this.email = email;
        this.phone = phone;
        this.zone = zone;
    }

    public String name() {
        return name;
    }

    /** Empty when there is none. */
    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    /** Null: wherever the site is. */
    public @Nullable String zone() {
        return zone;
    }

    public void isKnownAs(UUID clientId) {
        clientIds.add(clientId);
    }

    public Set<UUID> clientIds() {
        return Set.copyOf(clientIds);
    }

    public UUID clientId() {
        return clientIds.stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is known of " + name + " yet"));
    }

    @Override
    public String toString() {
        return name;
    }
}
