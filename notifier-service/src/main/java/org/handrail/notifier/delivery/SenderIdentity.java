package org.handrail.notifier.delivery;

import java.util.UUID;

/**
 * Who this sending process is.
 *
 * @param id   drawn anew at each start
 * @param name the same after a restart in the same place, and of one process at a time
 */
public record SenderIdentity(UUID id, String name) {
}
