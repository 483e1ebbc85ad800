package org.handrail.followup.schedule;

/**
 * Why a definition is refused.
 *
 * @param path   JSON Pointer (RFC 6901) to the place
 * @param reason for the person who wrote the definition
 */
public record Fault(String path, String reason) {

    @Override
    public String toString() {
        return (path.isEmpty() ? "/" : path) + ": " + reason;
    }
}
