package org.handrail.notifier.bounce.jdbc;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the settings name a mailbox; an empty one, as Compose passes on what is not set, names none. */
final class MailboxNamed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().getProperty("handrail.bounce.imap.url", "").isBlank();
    }
}
