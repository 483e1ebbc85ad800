package org.handrail.notifier.delivery;

import java.util.List;

/**
 * The last look: may this email go, now? A list of named rules, of which each must agree; the first that does not
 * gives the reason. Pure: everything it goes by is in the {@link Situation}.
 */
public final class LastLook {

    /** @param objection {@link Decision#GO} when the rule has none */
    public record Rule(String name, Objection objection) {
    }

    @FunctionalInterface
    public interface Objection {

        Decision to(Situation situation);
    }

    private final List<Rule> rules;

    public LastLook(SendWindow window, int receiptsPerAddress) {
        this.rules = List.of(
                // before the contact: with its client a change of address goes as well
                new Rule("change of address under way", AddressRules::changeUnderWay),
                new Rule("contact known", RecipientRules::contactKnown),
                new Rule("address present", RecipientRules::addressPresent),
                new Rule("not somebody who asked for another", RecipientRules::notAnInquirer),
                // before the consent: once the version is known, so is every consent given before it
                new Rule("appointment version known and current", AppointmentRules::versionCurrent),
                new Rule("appointment not entered in error", AppointmentRules::notEnteredInError),
                new Rule("reminded appointment booked", AppointmentRules::booked),
                new Rule("reminded appointment not started", AppointmentRules::notStarted),
                new Rule("no stop in force", ConsentRules::noStopInForce),
                new Rule("consent in force", ConsentRules::consentInForce),
                new Rule("address not suppressed", RecipientRules::notSuppressed),
                new Rule("no stop by the owner of another address", AddressRules::ownerSaidNoStop),
                new Rule("address confirmed", RecipientRules::confirmed),
                new Rule("receipts to the address limited", RecipientRules.receiptsAtMost(receiptsPerAddress)),
                new Rule("deadline not passed", TimeRules::deadlineNotPassed),
                new Rule("send window open", TimeRules.windowOpen(window)),
                new Rule("reminders first", TimeRules::remindersFirst),
                new Rule("one automated email a day", TimeRules.oneADay(window)));
    }

    public List<Rule> rules() {
        return rules;
    }

    public Decision decide(Situation situation) {
        for (Rule rule : rules) {
            Decision decision = rule.objection().to(situation);
            if (!(decision instanceof Decision.Go)) {
                return decision;
            }
        }
        return Decision.GO;
    }
}
