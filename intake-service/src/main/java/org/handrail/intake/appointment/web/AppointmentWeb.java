package org.handrail.intake.appointment.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controllers of this feature. */
@Configuration(proxyBeanMethods = false)
@Import(AppointmentsController.class)
public class AppointmentWeb {
}
