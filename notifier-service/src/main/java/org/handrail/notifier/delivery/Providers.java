package org.handrail.notifier.delivery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.template.RenderedMail;
import org.jspecify.annotations.Nullable;

/**
 * Those who take our mail, in order of preference. The next one gets a message when the ones before it are left alone
 * or have refused it on their own account; what a provider says about the recipient is final, and what may have gone
 * is never handed to another. Thread-safe.
 */
public final class Providers {

    private final List<Provider> inOrder;

    /** @param nanos as {@link System#nanoTime()} */
    public Providers(List<? extends Mailer> mailers, LongSupplier nanos, RandomGenerator random) {
        List<Provider> providers = new ArrayList<>();
        mailers.forEach(mailer -> providers.add(new Provider(providers.size() + 1, mailer, nanos, random)));
        this.inOrder = List.copyOf(providers);
        if (inOrder.isEmpty()) {
            throw new IllegalArgumentException("mail needs at least one provider");
        }
    }

    /**
     * What became of one message.
     *
     * @param provider who had the last word, from 1
     * @param faults   codes for the operators: what kept a preferred provider from taking it
     */
    record Handover(SendOutcome outcome, int provider, Set<String> faults) {
    }

    public int count() {
        return inOrder.size();
    }

    /** Most messages on their way at a time, whichever provider takes them. */
    int connections() {
        return inOrder.stream().mapToInt(provider -> provider.mailer().connections()).max().orElseThrow();
    }

    /** Which one gets the mail at present, from 1; 0: all are left alone. */
    public int inUse() {
        return inOrder.stream().filter(provider -> !provider.circuit().isOpen()).findFirst()
                .map(Provider::number).orElse(0);
    }

    /** Whether it is left alone for a while. @param number from 1 */
    public boolean isOpen(int number) {
        return inOrder.get(number - 1).circuit().isOpen();
    }

    /** How many may be claimed now, of that many wanted, with that many still on their way. */
    int allowance(int wanted, int underWay) {
        int inUse = inUse();
        if (inUse > 0) {
            return Math.max(0, Math.min(wanted, inOrder.get(inUse - 1).room(underWay)));
        }
        boolean probeDue = inOrder.stream().anyMatch(provider -> provider.circuit().isProbeDue());
        return underWay == 0 && probeDue ? Math.min(1, wanted) : 0;
    }

    /**
     * Greets those that stand by while another has the mail, so that what is wrong with them is known before they are
     * needed. Takes as long as their servers do.
     *
     * @return codes for the operators
     */
    Set<String> standbyFaults() {
        Set<String> faults = new LinkedHashSet<>();
        int inUse = inUse();
        for (Provider provider : inOrder) {
            if (provider.number() > inUse && inUse > 0) {
                SendOutcome outcome = provider.mailer().greet();
                if (!(outcome instanceof SendOutcome.Accepted)) {
                    note(provider, new Provider.Tried(outcome, Circuit.isProvidersOwn(outcome)), faults);
                }
            }
        }
        return faults;
    }

    /** Empty: all are left alone at this moment, and nothing was tried. */
    Optional<Handover> hand(RenderedMail mail) {
        Set<String> faults = new LinkedHashSet<>();
        Handover first = null;
        for (Provider provider : inOrder) {
            Circuit.Ticket ticket = provider.circuit().admit();
            if (ticket == null) {
                continue;
            }
            Provider.Tried tried = provider.send(ticket, mail);
            note(provider, tried, faults);
            if (!Circuit.isProvidersOwn(tried.outcome())) {
                return Optional.of(new Handover(tried.outcome(), provider.number(), faults));
            }
            first = first == null ? new Handover(tried.outcome(), provider.number(), faults) : first;
        }
        return Optional.ofNullable(first);
    }

    /** With one provider alone its circuit and the alerts of each refusal say it all. */
    private void note(Provider provider, Provider.Tried tried, Set<String> faults) {
        if (inOrder.size() == 1) {
            return;
        }
        String name = "provider-" + provider.number();
        if (tried.tripped()) {
            faults.add(name + "-away");
        }
        @Nullable String refusal = tried.outcome() instanceof SendOutcome.Refused refused && refused.operator()
                ? refused.code() : null;
        if (refusal != null) {
            faults.add(name + "-" + AfterSending.smtp(refusal));
        }
    }
}
