package org.handrail.followup.console;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Who clients are; without those that are not known yet or have been forgotten. */
public interface ContactDetails {

    Map<UUID, Contact> of(Collection<UUID> clientIds);
}
