package org.handrail.intake.plantedmail.web;

import jakarta.mail.Message;

/** A planted violation, for the architecture test alone. */
record MailingPage(Message message) {
}
