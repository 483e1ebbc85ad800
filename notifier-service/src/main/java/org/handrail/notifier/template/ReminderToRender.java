package org.handrail.notifier.template;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Everything a message is made of.
 *
 * @param deliveryId   the ledger row; Message-ID, return path and links derive from it
 * @param template     key without language
 * @param recipient    addr-spec, exactly one
 * @param givenName    null: the greeting does without
 * @param appointmentId which appointment the message is about; null when it is about none
 * @param appointmentVersion as the last look saw it; 0 without an appointment
 * @param startsAt     the appointment's start; null when the message is not about one
 * @param siteZone     the zone in which an appointment's time is shown
 * @param clientZone   the client's own, for naming the zone where the two differ; null if unknown
 * @param siteName     neutral
 * @param sitePhone    neutral
 * @param calendar     the calendar file to go with it; null: none
 * @param wording      as the client chose
 * @param kind         what the appointment is for; null: unknown, none, or not for this reader
 */
public record ReminderToRender(
        UUID deliveryId,
        UUID clientId,
        Purpose purpose,
        String template,
        Language language,
        String recipient,
        int addressVersion,
        @Nullable String givenName,
        @Nullable UUID appointmentId,
        int appointmentVersion,
        @Nullable Instant startsAt,
        ZoneId siteZone,
        @Nullable ZoneId clientZone,
        String siteName,
        String sitePhone,
        Instant now,
        @Nullable CalendarEntry calendar,
        Wording wording,
        @Nullable AppointmentKind kind) {

    /**
     * @param uid      the same for the appointment's life
     * @param sequence grows when time or status changes, and stays with a plain resend
     */
    public record CalendarEntry(UUID uid, int sequence, boolean cancelled) {
    }

    /** Of a kind that is not known. */
    public ReminderToRender(UUID deliveryId, UUID clientId, Purpose purpose, String template, Language language,
            String recipient, int addressVersion, @Nullable String givenName, @Nullable UUID appointmentId,
            int appointmentVersion, @Nullable Instant startsAt, ZoneId siteZone, @Nullable ZoneId clientZone,
            String siteName, String sitePhone, Instant now, @Nullable CalendarEntry calendar, Wording wording) {
        this(deliveryId, clientId, purpose, template, language, recipient, addressVersion, givenName, appointmentId,
                appointmentVersion, startsAt, siteZone, clientZone, siteName, sitePhone, now, calendar, wording, null);
    }

    /** Discreet. */
    public ReminderToRender(UUID deliveryId, UUID clientId, Purpose purpose, String template, Language language,
            String recipient, int addressVersion, @Nullable String givenName, @Nullable UUID appointmentId,
            int appointmentVersion, @Nullable Instant startsAt, ZoneId siteZone, @Nullable ZoneId clientZone,
            String siteName, String sitePhone, Instant now, @Nullable CalendarEntry calendar) {
        this(deliveryId, clientId, purpose, template, language, recipient, addressVersion, givenName, appointmentId,
                appointmentVersion, startsAt, siteZone, clientZone, siteName, sitePhone, now, calendar,
                Wording.DISCREET);
    }

    /** Discreet, without a calendar file. */
    public ReminderToRender(UUID deliveryId, UUID clientId, Purpose purpose, String template, Language language,
            String recipient, int addressVersion, @Nullable String givenName, @Nullable UUID appointmentId,
            int appointmentVersion, @Nullable Instant startsAt, ZoneId siteZone, @Nullable ZoneId clientZone,
            String siteName, String sitePhone, Instant now) {
        this(deliveryId, clientId, purpose, template, language, recipient, addressVersion, givenName, appointmentId,
                appointmentVersion, startsAt, siteZone, clientZone, siteName, sitePhone, now, null);
    }

    public ReminderToRender with(Wording chosen) {
        return new ReminderToRender(deliveryId, clientId, purpose, template, language, recipient, addressVersion,
                givenName, appointmentId, appointmentVersion, startsAt, siteZone, clientZone, siteName, sitePhone, now,
                calendar, chosen, kind);
    }

    public ReminderToRender with(AppointmentKind known) {
        return new ReminderToRender(deliveryId, clientId, purpose, template, language, recipient, addressVersion,
                givenName, appointmentId, appointmentVersion, startsAt, siteZone, clientZone, siteName, sitePhone, now,
                calendar, wording, known);
    }

    /** Never the details: recipients must not reach a log. */
    @Override
    public String toString() {
        return "ReminderToRender[" + deliveryId + "]";
    }
}
