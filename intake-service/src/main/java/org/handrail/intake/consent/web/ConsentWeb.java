package org.handrail.intake.consent.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controllers of this feature. */
@Configuration(proxyBeanMethods = false)
@Import({ConsentsController.class, StopsController.class})
public class ConsentWeb {
}
