package org.handrail.notifier.dkim;

/**
 * A message as it leaves: headers, an empty line, the body; lines end with CRLF, dots are not yet doubled.
 *
 * @param bytes  may be longer than the message
 * @param bodyAt where the body begins, after the empty line
 * @param length of the message
 */
public record FinishedMessage(byte[] bytes, int bodyAt, int length) {
}
