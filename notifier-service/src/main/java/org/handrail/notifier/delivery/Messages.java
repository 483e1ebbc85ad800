package org.handrail.notifier.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.handrail.notifier.delivery.Situation.Appointment;
import org.handrail.notifier.delivery.Situation.Recipient;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.Wording;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;

/** Puts together what a message is made of. */
public final class Messages {

    private final Sites sites;

    public Messages(Sites sites) {
        this.sites = sites;
    }

    ReminderToRender about(Claimed claimed, Instant now) {
        Delivery delivery = claimed.delivery();
        Recipient recipient = claimed.recipient();
        Appointment appointment = claimed.appointment();
        Site site = sites.orDefault(appointment == null ? recipient.siteId() : appointment.siteId());
        return new ReminderToRender(delivery.id(), delivery.clientId(), delivery.purpose(), delivery.template(),
                recipient.language(), Objects.requireNonNull(recipient.email()), recipient.addressVersion(),
                recipient.givenName(), appointment == null ? null : delivery.appointmentId(),
                appointment == null ? 0 : appointment.version(), appointment == null ? null : appointment.startsAt(),
                appointment == null ? site.zone() : knownOr(appointment.zone(), site.zone()),
                known(recipient.zone()), site.name(), site.phone(), now, claimed.calendar(),
                recipient.choices().detailed() ? Wording.DETAILED : Wording.DISCREET,
                appointment == null || !recipient.choices().detailed() ? null : appointment.kind());
    }

    /** The client's zone, or the site's when it is unknown to us or to this JDK. */
    public ZoneId zoneOf(Recipient recipient) {
        return knownOr(recipient.zone(), sites.orDefault(recipient.siteId()).zone());
    }

    private static ZoneId knownOr(@Nullable String id, ZoneId otherwise) {
        ZoneId zone = known(id);
        return zone == null ? otherwise : zone;
    }

    private static @Nullable ZoneId known(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException unknownToThisJdk) {
            return null;
        }
    }
}
