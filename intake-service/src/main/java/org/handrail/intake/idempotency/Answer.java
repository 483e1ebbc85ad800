package org.handrail.intake.idempotency;

/**
 * An answer as it is kept and given again.
 *
 * @param status HTTP
 * @param body   JSON, or whatever the adapter writes
 */
public record Answer(int status, String body) {
}
