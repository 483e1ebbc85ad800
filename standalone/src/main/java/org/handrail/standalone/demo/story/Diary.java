package org.handrail.standalone.demo.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.handrail.contract.Purpose;

/** What the people of the story did and were told, which is what the product is held against in the end. */
public final class Diary {

    private final Clock clock;
    private final LongSupplier lastMail;
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Allowed> allowed = new ArrayList<>();
    private final List<Stopped> stops = new ArrayList<>();
    private final List<Appointment> appointments = new ArrayList<>();
    private final List<ExpectedMail> mails = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();

    /** @param lastMail id of the newest mail in the mailbox */
    public Diary(Clock clock, LongSupplier lastMail) {
        this.clock = clock;
        this.lastMail = lastMail;
    }

    /** A door said yes to this. @param code under which the timeline must tell it */
    public record Accepted(Person who, String code, Instant answeredAt) {
    }

    /** A preference that was given, by its owner. */
    public record Allowed(Person who, Set<Purpose> purposes, Instant since) {
    }

    /** @param lastMail the newest mail when the stop was acknowledged: nothing newer may go */
    public record Stopped(Person who, Instant acknowledgedAt, long lastMail, String how) {
    }

    /** How an appointment stands from then on. @param start null: there is nothing to be reminded of any more */
    public record Appointment(Person who, String reference, @org.jspecify.annotations.Nullable Instant start,
            Instant since, String status) {
    }

    /** @param late how much later it may come and still be right */
    public record ExpectedMail(Person who, Instant at, Duration late, String what) {
    }

    /** Something that the story looked at while it went on. */
    public record Seen(Topic topic, boolean ok, String evidence) {
    }

    /** What a {@link Seen} is about. */
    public enum Topic { SCANNER, ONE_CLICK, REPLAY, FORGERY, DUPLICATE, INJECTION, CRISIS, OUT_OF_ORDER, OWN_FAULT, RE_IMPORT }

    public Instant now() {
        return clock.instant();
    }

    public void accepted(Person who, String code) {
        accepted.add(new Accepted(who, code, now()));
    }

    public void allowed(Person who, Purpose first, Purpose... more) {
        allowed.add(new Allowed(who, EnumSet.of(first, more), now()));
    }

    public void stopped(Person who, String how) {
        stops.add(new Stopped(who, now(), lastMail.getAsLong(), how));
    }

    public void booked(Person who, String reference, Instant start) {
        appointments.add(new Appointment(who, reference, start, now(), "booked"));
    }

    public void over(Person who, String reference, String status) {
        appointments.add(new Appointment(who, reference, null, now(), status));
    }

    public void expect(Person who, Instant at, String what) {
        expect(who, at, Duration.ZERO, what);
    }

    public void expect(Person who, Instant at, Duration late, String what) {
        mails.add(new ExpectedMail(who, at, late, what));
    }

    /** What has been expected of somebody for later will not come after all. */
    public void expectNoMore(Person who) {
        mails.removeIf(mail -> mail.who() == who && mail.at().isAfter(now()));
    }

    public void saw(Topic topic, boolean ok, String evidence) {
        seen.add(new Seen(topic, ok, evidence));
    }

    public List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    public List<Allowed> allowed() {
        return List.copyOf(allowed);
    }

    public List<Stopped> stops() {
        return List.copyOf(stops);
    }

    public List<Appointment> appointments() {
        return List.copyOf(appointments);
    }

    public List<ExpectedMail> expectedMails() {
        return List.copyOf(mails);
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }
}
