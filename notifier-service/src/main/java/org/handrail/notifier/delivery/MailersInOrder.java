package org.handrail.notifier.delivery;

import java.util.List;

/** The providers' mailers, the preferred one first. */
public interface MailersInOrder {

    List<? extends Mailer> mailers();
}
