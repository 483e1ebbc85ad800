package org.handrail.intake.stay.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controllers of this feature. */
@Configuration(proxyBeanMethods = false)
@Import(StaysController.class)
public class StayWeb {
}
