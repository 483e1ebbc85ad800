package org.handrail.local.mailbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How the mailbox plays a difficult server. The newest rule that matches the recipient answers; a rule for a number of
 * times is used up by that many recipients or mails. Addresses that start with {@code bounce} do not exist.
 */
public final class Behaviour {

    private static final Answer ACCEPT = new Answer.Accept();
    private static final Answer NO_SUCH_USER = new Answer.RefuseRecipient(550, "5.1.1 No such user");

    private final List<Rule> rules = new ArrayList<>();

    public void refuse(String address) {
        answer(only(address), Integer.MAX_VALUE, NO_SUCH_USER);
    }

    /** Such as {@code refuse(address, 552, "5.2.2 Mailbox full")}. */
    public void refuse(String address, int code, String text) {
        answer(only(address), Integer.MAX_VALUE, new Answer.RefuseRecipient(code, text));
    }

    /** "Try again later" so many times, then accepted. */
    public void defer(String address, int times) {
        answer(only(address), times, new Answer.RefuseRecipient(451, "4.3.0 Try again later"));
    }

    /** "Try again later" to the next recipients, whoever they are. */
    public void deferAny(int times) {
        answer(anybody(), times, new Answer.RefuseRecipient(451, "4.3.0 Try again later"));
    }

    public void cutBeforeContent(int times) {
        answer(anybody(), times, new Answer.CutBeforeContent());
    }

    public void cutAfterContent(int times) {
        answer(anybody(), times, new Answer.CutAfterContent());
    }

    public void stall(Duration delay, int times) {
        answer(anybody(), times, new Answer.Stall(delay));
    }

    public synchronized void answer(Predicate<String> recipient, int times, Answer answer) {
        rules.add(0, new Rule(recipient, answer, times));
    }

    /** Back to accepting everything but {@code bounce...}. */
    public synchronized void reset() {
        rules.clear();
    }

    synchronized Answer next(String recipient) {
        for (Iterator<Rule> remaining = rules.iterator(); remaining.hasNext();) {
            Rule rule = remaining.next();
            if (rule.recipient.test(recipient)) {
                if (--rule.timesLeft == 0) {
                    remaining.remove();
                }
                return rule.answer;
            }
        }
        return recipient.toLowerCase(Locale.ROOT).startsWith("bounce") ? NO_SUCH_USER : ACCEPT;
    }

    private static Predicate<String> only(String address) {
        return address::equalsIgnoreCase;
    }

    private static Predicate<String> anybody() {
        return recipient -> true;
    }

    private static final class Rule {

        private final Predicate<String> recipient;
        private final Answer answer;
        private int timesLeft;

        private Rule(Predicate<String> recipient, Answer answer, int timesLeft) {
            this.recipient = recipient;
            this.answer = answer;
            this.timesLeft = timesLeft;
        }
    }
}
