package org.handrail.intake.client.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controllers of this feature. */
@Configuration(proxyBeanMethods = false)
@Import({ErasuresController.class, InternalErasuresController.class, InternalWishesController.class})
public class ClientWeb {
}
