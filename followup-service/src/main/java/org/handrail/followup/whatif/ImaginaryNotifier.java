package org.handrail.followup.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.handrail.contract.Event;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.AddressStateChanged.State;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.StopRequested;
import org.handrail.contract.reminders.ReminderDue;
import org.jspecify.annotations.Nullable;

/**
 * What the rest of Handrail would tell follow-up about the imaginary person: details, preferences, the state of the
 * address, and that each mail was taken by a server at once.
 */
final class ImaginaryNotifier {

    private final Imagined person;
    private @Nullable String zone;
    private int contactVersion;
    private int addressVersion;
    private @Nullable State address;
    private long ledger;
    private @Nullable ReminderDue lastSent;

    ImaginaryNotifier(Imagined person) {
        this.person = person;
        this.zone = person.zone();
        this.address = person.address() == Imagined.Address.NONE ? null : State.valueOf(person.address().name());
        this.addressVersion = address == null ? 0 : 1;
    }

    /** What is known of the person when the story begins. */
    Event[] introduction(Instant start) {
        List<Event> known = new ArrayList<>();
        known.add(contact());
        if (address != null) {
            known.add(address(start));
        }
        person.consents().stream().filter(each -> each.from() == null || !each.from().isAfter(start))
                .forEach(each -> known.add(preference(each.purpose(), PreferenceChanged.State.IN_FORCE,
                        each.from() == null ? start : each.from(), each.until())));
        return known.toArray(Event[]::new);
    }

    Event[] facts(Happening.Told told) {
        Instant at = told.at();
        if (told instanceof Happening.ConsentGiven given) {
            return new Event[] {
                new ConsentRecorded(Script.CLIENT, Script.id("consent/" + ledger), given.purpose(), "what-if/1",
                        person.language(), HowGiven.SPOKEN, "what-if", true, at, given.until()),
                preference(given.purpose(), PreferenceChanged.State.IN_FORCE, at, given.until())};
        }
        if (told instanceof Happening.ConsentWithdrawn withdrawn) {
            return stopped(Set.of(withdrawn.purpose()), at);
        }
        if (told instanceof Happening.StopSaid stop) {
            return stopped(stop.purposes(), at);
        }
        if (told instanceof Happening.ZoneChanged moved) {
            zone = moved.zone();
            return new Event[] {contact()};
        }
        if (told instanceof Happening.AddressConfirmed) {
            return confirmed(at);
        }
        return told instanceof Happening.Bounced ? bounced(at) : new Event[0];
    }

    private Event[] stopped(Set<Purpose> purposes, Instant at) {
        return inForce(new StopRequested(Script.CLIENT, Script.id("stop/" + ledger), purposes, HowGiven.LINK_PAGE,
                "what-if", at));
    }

    /** A stop as the ledger answers it. */
    Event[] inForce(StopRequested stop) {
        List<Event> facts = new ArrayList<>(List.of(stop));
        EnumSet.copyOf(stop.purposes()).forEach(purpose -> facts.add(
                preference(purpose, PreferenceChanged.State.WITHDRAWN, stop.occurredAt(), null)));
        return facts.toArray(Event[]::new);
    }

    /** An address that was missing or came back is another one now. */
    private Event[] confirmed(Instant at) {
        if (address == State.UNCONFIRMED) {
            address = State.CONFIRMED;
            return new Event[] {address(at)};
        }
        addressVersion++;
        address = State.CONFIRMED;
        return new Event[] {contact(), address(at)};
    }

    private Event[] bounced(Instant at) {
        if (lastSent == null) {
            return new Event[0];
        }
        address = State.SUPPRESSED;
        return new Event[] {address(at), delivery(lastSent, DeliveryChanged.State.BOUNCED, "smtp-5.1.1", at)};
    }

    DeliveryChanged sent(ReminderDue reminder, Instant at) {
        lastSent = reminder;
        return delivery(reminder, DeliveryChanged.State.SENT, "accepted", at);
    }

    private static DeliveryChanged delivery(
            ReminderDue reminder, DeliveryChanged.State state, String reason, Instant at) {
        return new DeliveryChanged(reminder.clientId(), reminder.reminderId(), reminder.enrolmentId(),
                reminder.stepKey(), reminder.purpose(), state, reason, at);
    }

    private ContactChanged contact() {
        return new ContactChanged(Script.CLIENT, ++contactVersion, person.onBehalf(), null, null,
                address == null ? null : "somebody@example.org", addressVersion, null, person.language(), zone,
                person.siteId(), List.of());
    }

    private AddressStateChanged address(Instant since) {
        return new AddressStateChanged(Script.CLIENT, addressVersion, Objects.requireNonNull(address),
                "what-if", since);
    }

    private PreferenceChanged preference(
            Purpose purpose, PreferenceChanged.State state, Instant since, @Nullable Instant until) {
        return new PreferenceChanged(Script.CLIENT, ++ledger, purpose, state, HowGiven.SPOKEN, since, until);
    }
}
