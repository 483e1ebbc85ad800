/**
 * The parts of {@link org.handrail.local.LocalMailbox}: the mails it keeps, how it answers at SMTP, and its pages. No
 * other module need know them but for {@link org.handrail.local.mailbox.ReceivedMail} and
 * {@link org.handrail.local.mailbox.Behaviour}.
 */
@NullMarked
package org.handrail.local.mailbox;

import org.jspecify.annotations.NullMarked;
