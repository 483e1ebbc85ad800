package org.handrail.notifier.delivery.jdbc;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.handrail.notifier.delivery.AfterSending;
import org.handrail.notifier.delivery.BackOff;
import org.handrail.notifier.delivery.DomainPace;
import org.handrail.notifier.delivery.Drafting;
import org.handrail.notifier.delivery.LastLook;
import org.handrail.notifier.delivery.Mailer;
import org.handrail.notifier.delivery.Messages;
import org.handrail.notifier.delivery.Providers;
import org.handrail.notifier.delivery.Rounds;
import org.handrail.notifier.delivery.SendWindow;
import org.handrail.notifier.delivery.Sender;
import org.handrail.notifier.delivery.SenderIdentity;
import org.handrail.notifier.delivery.SendingLoop;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.testing.PlainRendering;
import org.handrail.notifier.testing.TestLedger;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;

/** A sending process, as far as the ledger can tell: several can share a database. */
public final class TestSender {

    public static final Sites SITES = new Sites(List.of(new Site("main", ZoneId.of("America/New_York"), "Front Desk",
            "+1 212 555 0100", Map.of(DayOfWeek.MONDAY, List.of(new Site.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)))),
            Set.of())), "main");

    public final TestLedger ledger;
    public final SenderIdentity identity;
    public final JdbcPresence presence;
    public final DomainPace pace;
    public final Messages messages = new Messages(SITES);
    private final LongSupplier nanos;
    private volatile Rendering rendering = new PlainRendering();

    public TestSender(TestLedger ledger, String name) {
        this(ledger, name, DomainPace.Limits.NONE, System::nanoTime);
    }

    public TestSender(TestLedger ledger, String name, DomainPace.Limits limits, LongSupplier nanos) {
        this.ledger = ledger;
        this.pace = new DomainPace(limits, nanos, new Random(2));
        this.nanos = nanos;
        this.identity = new SenderIdentity(UUID.randomUUID(), name);
        this.presence = new JdbcPresence(ledger.jdbc, ledger.transaction, ledger.facts, ledger.alerts, ledger.clock,
                identity, Duration.ofSeconds(20));
    }

    /** Nothing is taken for being under way, unless a test says so. */
    public Rounds rounds() {
        return rounds(Duration.ZERO);
    }

    public Rounds rounds(Duration underWay) {
        LastLook lastLook = new LastLook(new SendWindow(LocalTime.of(8, 0), LocalTime.of(20, 0)), 3);
        return new JdbcRounds(ledger.jdbc, ledger.transaction,
                new Claiming(new DueRows(ledger.jdbc), new Situations(ledger.jdbc, messages, underWay), lastLook, pace),
                new Drafting(messages, reminder -> rendering.render(reminder)),
                new LedgerWriter(ledger.jdbc, ledger.facts, identity.id(), fact -> { }),
                ledger.addresses, ledger.alerts, ledger.clock, identity.id());
    }

    public SendingLoop loop(Rounds rounds, Rendering rendering, Mailer... mailers) {
        return loop(rounds, rendering, providers(mailers));
    }

    /** Of messages that rounds make without a loop. */
    public TestSender writing(Rendering messages) {
        this.rendering = messages;
        return this;
    }

    public Providers providers(Mailer... inOrder) {
        return new Providers(List.of(inOrder), nanos, new Random(3));
    }

    public SendingLoop loop(Rounds rounds, Rendering rendering, Providers providers) {
        this.rendering = rendering;
        BackOff backOff = new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(30), new Random(1));
        return new SendingLoop(rounds,
                new Sender(providers, pace, new AfterSending(backOff), ledger.clock));
    }
}
