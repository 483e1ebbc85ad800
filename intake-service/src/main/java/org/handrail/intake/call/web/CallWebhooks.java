package org.handrail.intake.call.web;

import java.net.URI;
import java.util.Optional;
import org.handrail.intake.call.StandardWebhookSignature;
import org.handrail.intake.call.TwilioSignature;

/**
 * How call webhooks are checked; a kind without a secret is closed.
 *
 * @param publicBase as providers call it
 */
public record CallWebhooks(
        URI publicBase, Optional<TwilioSignature> twilio, Optional<StandardWebhookSignature> standard) {

    /** @param webhookSecret blank: closed; likewise the token */
    public static CallWebhooks of(URI publicBase, String twilioToken, String webhookSecret) {
        return new CallWebhooks(publicBase,
                Optional.of(twilioToken).filter(token -> !token.isBlank()).map(String::strip).map(TwilioSignature::new),
                Optional.of(webhookSecret).filter(secret -> !secret.isBlank()).map(StandardWebhookSignature::new));
    }
}
