package org.handrail.standalone.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.standalone.faults.jdbc.Aftermath;
import org.handrail.standalone.faults.jdbc.Aftermath.Receipt;

/** What was promised, held against tables and mail server. */
record Verdict(List<Check> checks) {

    /** @param evidence figures it was decided by */
    record Check(String promise, boolean holds, String evidence) {
    }

    boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }

    /** @param mails how often each address was written to; @param unknowns how many outcomes may be unknown */
    static Verdict of(String round, int people, People came, Aftermath aftermath, Map<String, Integer> mails,
            int unknowns) {
        Map<String, Receipt> receipts = aftermath.receipts(round);
        Map<String, Long> states = receipts.values().stream()
                .collect(Collectors.groupingBy(Receipt::state, Collectors.counting()));
        long inquiries = aftermath.inquiries(round);
        long enrolments = aftermath.enrolments(round);
        long withoutCallBack = aftermath.withoutCallBack(round);
        long withoutOutcome = aftermath.receiptsWithoutOneOutcome(round);
        long twice = mails.values().stream().filter(count -> count > 1).count();
        long sentButNotThere = receipts.entrySet().stream()
                .filter(each -> each.getValue().state().equals("SENT") && !mails.containsKey(each.getKey())).count();
        long thereButNotSent = mails.keySet().stream()
                .filter(address -> !Stream.of("SENT", "UNKNOWN").toList().contains(stateOf(receipts, address))).count();
        long unknown = states.getOrDefault("UNKNOWN", 0L);
        long afterStop = receipts.values().stream().filter(receipt -> afterItsStop(receipt, came)).count();
        return new Verdict(List.of(
                new Check("every accepted inquiry is there once", inquiries == people, inquiries + " of " + people),
                new Check("every inquiry is followed up once", enrolments == people, enrolments + " of " + people),
                new Check("every inquiry has its one call-back", withoutCallBack == 0, withoutCallBack + " without"),
                new Check("every receipt has exactly one outcome", withoutOutcome == 0,
                        withoutOutcome + " without; mails " + states),
                new Check("nobody got a mail twice", twice == 0, twice + " twice"),
                new Check("what is recorded as sent was taken", sentButNotThere == 0, sentButNotThere + " missing"),
                new Check("what was taken is recorded as sent, or as unknown", thereButNotSent == 0,
                        thereButNotSent + " not recorded"),
                new Check("no more unknown outcomes than connections", unknown <= unknowns,
                        unknown + " of at most " + unknowns),
                new Check("no mail was claimed after its stop was in force", afterStop == 0,
                        afterStop + " after; " + came.stops().size() + " stops in force")));
    }

    private static String stateOf(Map<String, Receipt> receipts, String address) {
        Receipt receipt = receipts.get(address);
        return receipt == null ? "" : receipt.state();
    }

    private static boolean afterItsStop(Receipt receipt, People came) {
        var since = came.stops().get(receipt.clientId().toString());
        return since != null && receipt.state().equals("SENT") && receipt.claimedAt() != null
                && receipt.claimedAt().isAfter(since);
    }
}
