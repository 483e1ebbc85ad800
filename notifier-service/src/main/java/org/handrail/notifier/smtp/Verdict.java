package org.handrail.notifier.smtp;

import java.util.Set;
import java.util.regex.Pattern;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.delivery.Trouble;

/** What a refusal means: whose fault it is, and whether to ask again. */
final class Verdict {

    /** RFC 3463 codes that say the address itself is wrong. */
    private static final Set<String> HARD = Set.of("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.4.4");
    /** For servers without enhanced codes, where 550 may mean the mailbox as well as their policy. */
    private static final Pattern NO_MAILBOX = Pattern.compile("(?i).*\\b(no such (user|mailbox|recipient|address)"
            + "|(user|mailbox|recipient|address) (is )?(unknown|not found|does ?n[o']t exist|unavailable)"
            + "|unknown (user|mailbox|recipient|address)|no mailbox|invalid (mailbox|recipient)"
            + "|user .{0,80}(unknown|not found|does ?n[o']t exist)|mailbox name not allowed|no longer (exists|valid))\\b.*");

    /** Meant to pass, and for this one recipient: nothing for its domain to be left alone for. */
    private static final Pattern GREYLISTED = Pattern.compile("(?i).*\\bgr[ae]y-?list.*");
    /** From servers without enhanced codes: they don't know us, whoever the recipient is. */
    private static final Pattern RELAYING = Pattern.compile("(?i).*\\b(relay(ing)? (access )?(is )?(denied|not (permitted|"
            + "allowed)|prohibited)|unable to relay|not permitted to relay|we do not relay)\\b.*");

    enum Stage { SENDER, RECIPIENT, CONTENT }

    private Verdict() {
    }

    /** @param reply 4xx or 5xx */
    static SendOutcome of(Reply reply, Stage stage) {
        if (reply.isTransient()) {
            return later(reply, stage);
        }
        boolean hard = stage != Stage.SENDER && isAboutTheAddress(reply, stage);
        return new SendOutcome.Refused(reply.shortest(), hard, !hard && isAboutUs(reply, stage));
    }

    private static SendOutcome later(Reply reply, Stage stage) {
        if (stage == Stage.SENDER || reply.isGoodbye()) {
            return new SendOutcome.TryLater(reply.isGoodbye() ? "421" : reply.shortest(), Trouble.PROVIDER);
        }
        return GREYLISTED.matcher(reply.text()).matches()
                ? new SendOutcome.TryLater(reply.shortest(), Trouble.MESSAGE)
                : new SendOutcome.TryLater(reply.shortest());
    }

    private static boolean isAboutTheAddress(Reply reply, Stage stage) {
        if (!reply.enhanced().isEmpty()) {
            return HARD.contains(reply.enhanced());
        }
        return stage == Stage.RECIPIENT && (reply.code() == 550 || reply.code() == 551 || reply.code() == 553)
                && NO_MAILBOX.matcher(reply.text()).matches();
    }

    /** Before a recipient was named, what is refused is our sender, our greeting or our manners. */
    private static boolean isAboutUs(Reply reply, Stage stage) {
        return stage == Stage.SENDER || reply.code() == 530 || reply.code() == 535
                || reply.enhanced().startsWith("5.7.") || RELAYING.matcher(reply.text()).matches()
                || reply.enhanced().equals("5.1.7") || reply.enhanced().equals("5.1.8");
    }
}
