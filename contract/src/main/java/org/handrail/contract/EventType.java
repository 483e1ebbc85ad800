package org.handrail.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.AppointmentAnswered;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.deliveries.ReplyReceived;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.CallEnded;
import org.handrail.contract.intake.ClientAdmitted;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.StopRequested;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.contract.reminders.RemindersWithdrawn;
import org.handrail.contract.reminders.ResendAsked;

/** The catalogue of events: each type's CloudEvents {@code type}, its topic, its record and its schema. */
public enum EventType {

    INQUIRY_RECEIVED("org.handrail.inquiry.received.v1", Topic.INTAKE, InquiryReceived.class),
    CALL_ENDED("org.handrail.call.ended.v1", Topic.INTAKE, CallEnded.class),
    APPOINTMENT_CHANGED("org.handrail.appointment.changed.v1", Topic.INTAKE, AppointmentChanged.class),
    CLIENT_ADMITTED("org.handrail.client.admitted.v1", Topic.INTAKE, ClientAdmitted.class),
    CLIENT_DISCHARGED("org.handrail.client.discharged.v1", Topic.INTAKE, ClientDischarged.class),
    CONSENT_RECORDED("org.handrail.consent.recorded.v1", Topic.INTAKE, ConsentRecorded.class),
    ADDRESS_READ_BACK("org.handrail.address.read-back.v1", Topic.INTAKE, AddressReadBack.class),
    STOP_REQUESTED("org.handrail.stop.requested.v1", Topic.INTAKE, StopRequested.class),
    CONTACT_CHANGED("org.handrail.contact.changed.v1", Topic.CONTACTS, ContactChanged.class),
    PREFERENCE_CHANGED("org.handrail.preference.changed.v1", Topic.CONSENTS, PreferenceChanged.class),
    ADDRESS_STATE_CHANGED("org.handrail.address.state-changed.v1", Topic.CONSENTS, AddressStateChanged.class),
    APPOINTMENT_ANSWERED("org.handrail.appointment.answered.v1", Topic.CONSENTS, AppointmentAnswered.class),
    REMINDER_DUE("org.handrail.reminder.due.v1", Topic.REMINDERS, ReminderDue.class),
    REMINDERS_WITHDRAWN("org.handrail.reminders.withdrawn.v1", Topic.REMINDERS, RemindersWithdrawn.class),
    RESEND_ASKED("org.handrail.resend.asked.v1", Topic.REMINDERS, ResendAsked.class),
    DELIVERY_CHANGED("org.handrail.delivery.changed.v1", Topic.DELIVERIES, DeliveryChanged.class),
    REPLY_RECEIVED("org.handrail.reply.received.v1", Topic.DELIVERIES, ReplyReceived.class);

    private static final Map<String, EventType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::code, Function.identity()));
    private static final Map<Class<? extends Event>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private final String code;
    private final Topic topic;
    private final Class<? extends Event> record;

    EventType(String code, Topic topic, Class<? extends Event> record) {
        this.code = code;
        this.topic = topic;
        this.record = record;
    }

    /** The CloudEvents {@code type} attribute. */
    public String code() {
        return code;
    }

    public Topic topic() {
        return topic;
    }

    public Class<? extends Event> record() {
        return record;
    }

    /** Class-path place of the JSON Schema (draft 2020-12); the file's name is {@link #code()}. */
    public String schemaResource() {
        return "/schemas/" + code + ".json";
    }

    /** The CloudEvents {@code dataschema} attribute; an identifier, nothing is fetched from it. */
    public String schemaId() {
        return "urn:handrail:schema:" + code;
    }

    public static Optional<EventType> byCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static EventType of(Event event) {
        EventType type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " is not in the catalogue of events");
        }
        return type;
    }
}
