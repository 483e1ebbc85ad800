package org.handrail.intake.call.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controllers of this feature. */
@Configuration(proxyBeanMethods = false)
@Import({TwilioController.class, StandardWebhookController.class})
public class CallWeb {
}
