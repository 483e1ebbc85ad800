package org.handrail.standalone.demo.screen;

import java.util.Locale;
import java.util.Map;

/** Codes as people read them. */
public final class Words {

    private static final Map<String, String> TASKS = Map.ofEntries(
            Map.entry("task.call-back", "call back"),
            Map.entry("task.call-back-last", "call back, last attempt"),
            Map.entry("task.call", "call"),
            Map.entry("task.close-inquiry", "look at the inquiry once more and close it"),
            Map.entry("task.confirm-by-phone", "confirm the appointment by phone"),
            Map.entry("task.waiting-call", "call somebody who waits for a bed"),
            Map.entry("task.remind-by-phone", "remind by phone"),
            Map.entry("task.prepare-arrival", "prepare the arrival"),
            Map.entry("task.not-arrived", "not here an hour after the appointed time: find out"),
            Map.entry("task.discharge-call", "call after discharge"),
            Map.entry("task.book-visit", "no visit booked within 7 days of discharge: book one"),
            Map.entry("task.visit-overdue", "still no visit booked: escalate"),
            Map.entry("task.discharge-check", "ask how things are after discharge"),
            Map.entry("task.rebook", "offer another time"),
            Map.entry("task.welfare-call", "ask whether all is well"),
            Map.entry("task.crisis", "words of crisis: call now"),
            Map.entry("task.possible-match", "may be somebody known: compare"),
            Map.entry("task.mail-returned", "mail came back: call instead"),
            Map.entry("task.mail-not-made", "a mail could not be made: call instead"),
            Map.entry("task.delivery-unknown", "a mail may or may not have gone: look"));

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("consent-withdrawn", "stop was said"),
            Map.entry("receipt-source-limit", "too many forms came from one place"),
            Map.entry("consent-absent", "email was never allowed"),
            Map.entry("address-unconfirmed", "the address is not confirmed"),
            Map.entry("address-suppressed", "mail to the address came back"),
            Map.entry("no-address", "no email address"),
            Map.entry("on-behalf", "somebody else wrote for the person"),
            Map.entry("past-at-enrolment", "its time was past when the visit was booked"),
            Map.entry("appointment-moved", "the appointment was moved"),
            Map.entry("reached", "the person was reached"),
            Map.entry("entered-in-error", "the booking was entered in error"),
            Map.entry("mailed", "handed over"),
            Map.entry("appointment-changed", "the appointment was moved"),
            Map.entry("appointment-cancelled", "the appointment was cancelled"));

    private Words() {
    }

    public static String task(String title) {
        return TASKS.getOrDefault(title, code(title.replaceFirst("^task\\.", "")));
    }

    public static String code(String code) {
        return code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Reasons keep their numbers: {@code smtp-5.1.1}. */
    public static String reason(String reason) {
        return reason.startsWith("smtp-") ? "the mail server said " + reason.substring(5) : REASONS.getOrDefault(reason, code(reason));
    }

    /** A step's key, such as {@code email-3-d}. */
    public static String step(String key) {
        String name = key.replaceFirst("^email-", "email ").replaceFirst("^call-", "call ")
                .replaceFirst("-d$", " d").replaceFirst("-h$", " h").replaceFirst("-min$", " min");
        return key.matches("(email|call)-\\d.*") ? name.replace('-', ' ') : code(key);
    }
}
