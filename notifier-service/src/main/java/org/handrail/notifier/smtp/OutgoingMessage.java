package org.handrail.notifier.smtp;

import java.nio.charset.StandardCharsets;

/**
 * A message with its envelope, every byte made.
 *
 * @param envelopeId for delivery status notifications (RFC 3461), where the server knows them
 * @param content    headers and body with CRLF line ends, the last one included; dots not yet doubled
 */
record OutgoingMessage(String returnPath, Recipient recipient, String envelopeId, byte[] content) {

    byte[] mailCommand(boolean notifications) {
        return ("MAIL FROM:<" + returnPath + ">"
                + (notifications ? " RET=HDRS ENVID=" + envelopeId : "")
                + (recipient.international() ? " SMTPUTF8 BODY=8BITMIME" : "")).getBytes(StandardCharsets.UTF_8);
    }

    byte[] rcptCommand() {
        return ("RCPT TO:<" + recipient.address() + ">").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "OutgoingMessage[" + envelopeId + "]";
    }
}
