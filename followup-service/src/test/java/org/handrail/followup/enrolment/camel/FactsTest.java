package org.handrail.followup.enrolment.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.AppointmentKind.THERAPY;
import static org.handrail.followup.enrolment.camel.Facts.at;
import static org.handrail.followup.enrolment.camel.Facts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.deliveries.ReplyReceived;
import org.handrail.contract.intake.InquiryReceived.Relationship;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.contract.reminders.RemindersWithdrawn;
import org.handrail.followup.enrolment.camel.Facts.Visit;
import org.handrail.followup.queue.TaskOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of fact does to a client's follow-up. */
class FactsTest {

    private static final Instant MONDAY = at("2026-03-02T10:00");

    private final FollowupStory story = new FollowupStory(MONDAY);
    private final Facts someone = Facts.ofSomebody();

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void tellsTheClientOfANewTimeOnceAndRemindsOfItAlone() {
        story.told(someone.consented());
        Visit visit = someone.books(THERAPY, "2026-03-09T10:00", at("2026-02-10T10:00"));
        story.told(visit.now());
        story.runUntil(at("2026-03-06T12:00"));
        Visit moved = visit.moved("2026-03-12T11:00", story.clock().instant());
        Visit again = moved.moved("2026-03-13T11:00", story.clock().instant().plusSeconds(1));

        story.told(again.now(), moved.now());
        story.runUntil(at("2026-03-20T00:00"));

        assertThat(story.outbox().published(ReminderDue.class))
                .extracting(reminder -> reminder.stepKey() + " " + reminder.appointmentVersion())
                .containsExactly("email-3-d 1", "confirmation 3", "email-3-d 3", "email-1-d 3");
    }

    @Test
    void saysNothingTwiceWhenAnAppointmentIsMovedBack() {
        story.told(someone.consented());
        Visit visit = someone.books(THERAPY, "2026-03-12T10:00", MONDAY);
        story.told(visit.now());
        story.runFor(Duration.ofMinutes(1));
        ReminderDue confirmation = story.outbox().published(ReminderDue.class).get(0);
        story.told(delivery(confirmation, DeliveryChanged.State.SENT, "accepted", story.clock().instant()));
        Visit moved = visit.moved("2026-03-13T10:00", story.clock().instant());

        story.told(moved.now(), moved.moved("2026-03-12T10:00", story.clock().instant()).now());
        story.runFor(Duration.ofHours(2));

        assertThat(story.outbox().published(ReminderDue.class)).containsExactly(confirmation);
        assertThat(story.notReleased()).anyMatch(line -> line.endsWith("therapy-appointment/confirmation already-told"));
    }

    @Test
    void endsOtherLaddersOnceAVisitIsBooked() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));
        story.runFor(Duration.ofMinutes(30));

        story.told(someone.books(THERAPY, "2026-03-12T10:00", story.clock().instant()).now());

        assertThat(story.openTasks()).isEmpty();
        assertThat(story.outbox().published(RemindersWithdrawn.class))
                .extracting(RemindersWithdrawn::reason).containsExactly("booked");
    }

    @Test
    void startsNothingThatALaterFactHasEnded() {
        story.told(someone.answeredCall(MONDAY));

        story.told(someone.missedCall(MONDAY.minus(Duration.ofMinutes(10))));
        story.runFor(Duration.ofDays(7));

        assertThat(story.released()).isEmpty();
    }

    @Test
    void closesTheCallBackWhenTheClientCallsAgainAndIsAnswered() {
        story.told(someone.missedCall(MONDAY), someone.missedCall(MONDAY.plusSeconds(60)));
        story.runFor(Duration.ofMinutes(5));
        assertThat(story.openTasks()).hasSize(1);

        story.told(someone.answeredCall(story.clock().instant()));
        story.runFor(Duration.ofDays(7));

        assertThat(story.openTasks()).isEmpty();
    }

    @Test
    void notesWhatBecameOfAnAddressAndNotThatItWasNew() {
        story.told(someone.address(AddressStateChanged.State.UNCONFIRMED),
                someone.address(AddressStateChanged.State.CONFIRMED));

        assertThat(story.timelineCodes(someone.client())).containsExactly("address.confirmed");
    }

    @Test
    void makesNoDiallingTaskForAWithheldNumber() {
        story.told(someone.withheldCall(MONDAY));
        story.runFor(Duration.ofDays(7));

        assertThat(story.openTasks()).isEmpty();
        assertThat(story.timelineCodes(someone.client())).containsExactly("call.missed-withheld");
    }

    @Test
    void tellsOnCallOfACrisisAndStaffOfAPossibleMatchAtOnce() {
        story.told(someone.inquiry(at("2026-03-01T03:00"), Relationship.SELF, true, List.of(UUID.randomUUID())));

        assertThat(story.openTasks()).containsExactly(
                "URGENT task.crisis crisis-words", "REVIEW task.possible-match possible-match");
    }

    @Test
    void makesWorkAndNoMailOfARelativesInquiry() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY, Relationship.RELATIVE, false, List.of()));
        story.runFor(Duration.ofDays(20));

        assertThat(story.outbox().published(ReminderDue.class)).isEmpty();
        assertThat(story.openTasks()).contains("CALL task.call on-behalf", "REVIEW task.close-inquiry on-behalf");
    }

    @Test
    void keepsCallingSomebodyWhoSaidStopToEmail() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));
        story.runFor(Duration.ofHours(1));
        story.told(someone.stop(story.clock().instant()));

        story.runFor(Duration.ofDays(20));

        assertThat(story.outbox().published(ReminderDue.class)).extracting(ReminderDue::stepKey).containsExactly("receipt");
        assertThat(story.released()).contains("Mar 3 15:00 web-inquiry/call-24-h raised");
        assertThat(story.openTasks()).contains("REVIEW task.close-inquiry consent-withdrawn");
    }

    @Test
    void letsANewerPreferenceWinOverAStopThatArrivesLate() {
        story.told(someone.consented());
        story.told(someone.preference(5, Purpose.RECEIPTS, PreferenceChanged.State.WITHDRAWN));
        story.told(new PreferenceChanged(someone.client(), 6, Purpose.RECEIPTS, PreferenceChanged.State.IN_FORCE,
                HowGiven.SPOKEN, MONDAY, null));
        story.told(someone.stop(MONDAY.minusSeconds(60)));

        story.told(someone.inquiry(MONDAY));
        story.runFor(Duration.ofMinutes(5));

        assertThat(story.outbox().published(ReminderDue.class)).extracting(ReminderDue::stepKey).containsExactly("receipt");
    }

    @Test
    void waitsForAContactAndAConsentThatComeAfterTheFactThatNamesThem() {
        story.told(someone.inquiry(MONDAY));
        story.release();
        assertThat(story.outbox().published(ReminderDue.class)).isEmpty();

        story.told(someone.consented());
        story.runFor(Duration.ofSeconds(10));

        assertThat(story.outbox().published(ReminderDue.class)).extracting(ReminderDue::template)
                .containsExactly("inquiry-receipt");
    }

    @Test
    void movesWhatIsPendingToTheClientsOwnWallClock() {
        story.told(someone.consented());
        story.told(someone.books(THERAPY, "2026-03-12T15:00", MONDAY).now());
        story.told(someone.contact(2, "America/Los_Angeles", "someone@example.org"));

        story.runUntil(at("2026-03-13T00:00"));

        assertThat(story.released()).contains("Mar 9 12:00 therapy-appointment/email-3-d mailed",
                "Mar 11 12:00 therapy-appointment/email-1-d mailed");
    }

    @Test
    void keepsTheClientsZoneWithEveryEnrolment() {
        story.told(someone.inquiry(MONDAY));
        assertThat(zones()).containsExactly("null");

        story.told(someone.contact(1, "America/Los_Angeles", "someone@example.org"));
        story.told(someone.books(THERAPY, "2026-03-12T15:00", MONDAY).now());
        assertThat(zones()).containsOnly("America/Los_Angeles").hasSizeGreaterThan(1);

        story.told(someone.contact(2, "America/Chicago", "someone@example.org"));
        assertThat(zones()).containsOnly("America/Chicago").hasSizeGreaterThan(1);
    }

    private List<String> zones() {
        return story.database().jdbc().sql("select coalesce(client_zone, 'null') from enrolment").query(String.class)
                .list();
    }

    @Test
    void makesWorkOfMailThatDidNotArrive() {
        story.told(someone.consented());
        story.told(someone.books(THERAPY, "2026-03-06T10:00", MONDAY).now());
        story.runUntil(at("2026-03-05T09:00"));
        List<ReminderDue> mails = story.outbox().published(ReminderDue.class);
        Instant now = story.clock().instant();

        story.told(delivery(mails.get(0), DeliveryChanged.State.BOUNCED, "smtp-5.1.1", now),
                delivery(mails.get(1), DeliveryChanged.State.UNKNOWN, "lost", now),
                delivery(mails.get(2), DeliveryChanged.State.SKIPPED, "deadline-passed", now));

        assertThat(story.openTasks()).contains("CALL task.mail-returned smtp-5.1.1",
                "REVIEW task.delivery-unknown lost", "CALL task.remind-by-phone deadline-passed");
    }

    /** The step of a check-in asks for no task of its own. */
    @Test
    void forgetsNobodyWhoseMailCouldNotBeMade() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));
        story.runUntil(at("2026-03-10T09:00"));
        List<ReminderDue> mails = story.outbox().published(ReminderDue.class);
        Instant now = story.clock().instant();

        story.told(delivery(mails.get(mails.size() - 1), DeliveryChanged.State.SKIPPED, "revealing-word", now));

        assertThat(story.openTasks()).anyMatch(task -> task.endsWith(" revealing-word"));
    }

    /** Too many forms came from one place: whoever wrote this one is called all the same. */
    @Test
    void sendsNoReceiptThatIntakeHoldsAndKeepsAllTheRest() {
        story.told(someone.consented());
        InquiryReceived usual = someone.inquiry(MONDAY);
        story.told(new InquiryReceived(usual.clientId(), usual.inquiryId(), usual.receivedAt(), usual.relationship(),
                usual.preferredMeans(), usual.crisis(), usual.siteId(), List.of(), "receipt-source-limit"));
        story.runUntil(at("2026-03-06T09:00"));

        assertThat(story.outbox().published(ReminderDue.class)).isNotEmpty()
                .noneMatch(mail -> mail.purpose() == Purpose.RECEIPTS);
        assertThat(story.openTasks()).anyMatch(task -> task.startsWith("CALL_BACK task.call-back"));
        assertThat(story.database().jdbc().sql("select details ->> 'reason' from timeline where code = 'step.skipped'")
                .query(String.class).list()).containsExactly("receipt-source-limit");
    }

    /** Too many receipts to one mailbox, or no consent. */
    @ParameterizedTest
    @ValueSource(strings = {"receipt-limit", "consent-absent"})
    void keepsTheCallToWhoGotNoReceiptAndSaysWhyThereWasNone(String reason) {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));
        story.runUntil(MONDAY.plusSeconds(60));
        ReminderDue receipt = story.outbox().published(ReminderDue.class).get(0);
        assertThat(receipt.purpose()).isEqualTo(Purpose.RECEIPTS);

        story.told(delivery(receipt, DeliveryChanged.State.SKIPPED, reason, story.clock().instant()));

        assertThat(story.openTasks()).anyMatch(task -> task.startsWith("CALL_BACK task.call-back"));
        assertThat(story.timelineCodes(someone.client())).contains("mail.skipped");
    }

    /** Mails of a change of address belong to no schedule: whoever mistyped the new one waits in vain. */
    @Test
    void callsWhoseNewAddressTakesNoMailAndLeavesTheFormerOneAlone() {
        story.told(someone.consented());
        Instant now = story.clock().instant();

        story.told(ofAddress("address-moved", DeliveryChanged.State.BOUNCED, "smtp-5.1.1", now),
                ofAddress("address-moved", DeliveryChanged.State.SKIPPED, "deadline-passed", now),
                ofAddress("address-asking", DeliveryChanged.State.SENT, "accepted", now),
                ofAddress("address-asking", DeliveryChanged.State.WITHDRAWN, "consent-withdrawn", now),
                ofAddress("address-asking", DeliveryChanged.State.SKIPPED, "consent-withdrawn", now));
        assertThat(story.openTasks()).isEmpty();

        story.told(ofAddress("address-asking", DeliveryChanged.State.BOUNCED, "smtp-5.1.1", now),
                ofAddress("address-asking", DeliveryChanged.State.REFUSED, "smtp-5.1.2", now),
                ofAddress("address-asking", DeliveryChanged.State.SKIPPED, "deadline-passed", now));
        assertThat(story.openTasks()).containsExactlyInAnyOrder("CALL task.new-address-failed smtp-5.1.1",
                "CALL task.new-address-failed smtp-5.1.2", "CALL task.new-address-failed deadline-passed");
        assertThat(story.timelineCodes(someone.client())).contains("mail.bounced", "mail.refused", "mail.withdrawn");

        DeliveryChanged unknown = ofAddress("address-asking", DeliveryChanged.State.UNKNOWN, "smtp-lost", now);
        story.told(unknown);
        assertThat(story.openTasks()).contains("REVIEW task.delivery-unknown smtp-lost");
        story.told(new DeliveryChanged(unknown.clientId(), unknown.reminderId(), unknown.enrolmentId(),
                unknown.stepKey(), unknown.purpose(), DeliveryChanged.State.SENT, "accepted", now));
        assertThat(story.openTasks()).noneMatch(task -> task.contains("task.delivery-unknown"));
    }

    private DeliveryChanged ofAddress(String step, DeliveryChanged.State state, String reason, Instant at) {
        return new DeliveryChanged(someone.client(), UUID.randomUUID(), UUID.randomUUID(), step, Purpose.RECEIPTS,
                state, reason, at);
    }

    @Test
    void notesWhichTextAMailWasMadeFrom() {
        story.told(ofAddress("address-asking", DeliveryChanged.State.SENT, "accepted", story.clock().instant())
                .madeFrom(3));

        assertThat(story.database().jdbc().sql("select details ->> 'version' from timeline where code = 'mail.sent'")
                .query(String.class).list()).contains("3");
    }

    @Test
    void asksNobodyAnyMoreOnceTheFateOfAMailIsKnown() {
        story.told(someone.consented());
        story.told(someone.books(THERAPY, "2026-03-06T10:00", MONDAY).now());
        story.runUntil(at("2026-03-05T09:00"));
        ReminderDue mail = story.outbox().published(ReminderDue.class).get(1);
        Instant now = story.clock().instant();
        story.told(delivery(mail, DeliveryChanged.State.UNKNOWN, "process-died", now));
        assertThat(story.openTasks()).contains("REVIEW task.delivery-unknown process-died");

        story.told(delivery(mail, DeliveryChanged.State.SENT, "accepted", now));

        assertThat(story.openTasks()).noneMatch(task -> task.contains("task.delivery-unknown"));
    }

    @Test
    void makesWorkOfWhatAClientWroteBack() {
        Instant now = story.clock().instant();

        story.told(new ReplyReceived(someone.client(), UUID.randomUUID(), null, false, now),
                new ReplyReceived(someone.client(), UUID.randomUUID(), UUID.randomUUID(), true, now));

        assertThat(story.openTasks()).containsExactlyInAnyOrder(
                "REVIEW task.read-reply reply", "URGENT task.crisis crisis-words");
    }

    @Test
    void fallsSilentForTheDead() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY), someone.books(THERAPY, "2026-03-12T10:00", MONDAY).now());
        story.runFor(Duration.ofMinutes(5));
        int before = story.released().size();
        story.completed(someone.client(), "web-inquiry", "call-15-min", TaskOutcome.DECEASED);

        story.told(someone.inquiry(story.clock().instant()), someone.missedCall(story.clock().instant()));
        story.runFor(Duration.ofDays(30));

        assertThat(story.released()).hasSize(before);
        assertThat(story.openTasks()).isEmpty();
    }

    @Test
    void asksForDetailsWhenTheNumberWasWrong() {
        story.told(someone.inquiry(MONDAY));
        story.runFor(Duration.ofMinutes(5));
        story.completed(someone.client(), "web-inquiry", "call-15-min", TaskOutcome.WRONG_NUMBER);

        story.runFor(Duration.ofDays(6));

        assertThat(story.openTasks()).contains("REVIEW task.check-details wrong-number");
        assertThat(story.notReleased()).filteredOn(line -> line.endsWith("wrong-number")).hasSize(3);
    }

    @Test
    void triesAnotherTimeOfDayThanTheLastTryInVain() {
        story.told(someone.missedCall(MONDAY));
        story.runUntil(at("2026-03-02T16:00"));
        story.completed(someone.client(), "missed-call", "call-2-h", TaskOutcome.NO_ANSWER);

        story.runUntil(at("2026-03-04T00:00"));

        assertThat(story.released()).contains("Mar 3 10:00 missed-call/call-24-h raised");
    }

    @Test
    void forgetsAClientWithTheirContact() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));
        story.forgotten(someone.client());
        story.runFor(Duration.ofDays(30));

        assertThat(story.released()).isEmpty();
        assertThat(story.database().jdbc().sql("select count(*) from contact").query(Integer.class).single()).isZero();
    }
}
