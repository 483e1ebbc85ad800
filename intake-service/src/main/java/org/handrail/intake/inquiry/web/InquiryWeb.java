package org.handrail.intake.inquiry.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controllers of this feature. */
@Configuration(proxyBeanMethods = false)
@Import({FormController.class, InquiriesController.class, ReceiptsHeld.class})
public class InquiryWeb {
}
