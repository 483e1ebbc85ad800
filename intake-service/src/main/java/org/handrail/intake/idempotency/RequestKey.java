package org.handrail.intake.idempotency;

/**
 * What makes a request the same one.
 *
 * @param scope whose keys these are: a source, the form, a webhook provider
 * @param key   chosen by the sender
 */
public record RequestKey(String scope, String key) {
}
