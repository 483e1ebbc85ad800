package org.handrail.followup.console.web;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.followup.console.Contact;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What to call a client on a page. */
@Component
class ClientNames {

    private final MessageSource messages;

    ClientNames(MessageSource messages) {
        this.messages = messages;
    }

    String of(@Nullable Contact contact, Locale locale) {
        if (contact == null) {
            return messages.getMessage("client.not-known", null, locale);
        }
        String name = Stream.of(contact.givenName(), contact.familyName())
                .filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
        return name.isEmpty() ? messages.getMessage("client.no-name", null, locale) : name;
    }
}
