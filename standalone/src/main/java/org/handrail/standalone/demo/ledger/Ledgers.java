package org.handrail.standalone.demo.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads, never writes. */
public interface Ledgers extends AutoCloseable {

    /** In the order of recording. */
    List<TimelineLine> timelineAfter(long seq);

    List<TaskLine> tasks();

    List<DeliveryLine> deliveries();

    /** Every mail that a schedule asked for, whatever became of it. */
    List<MailStepLine> mailSteps();

    List<ConsentLine> consents();

    /** Whose address may be used, as the notifier has it. */
    boolean isConfirmed(UUID clientId);

    boolean isSuppressed(UUID clientId);

    /** What waits for a service to do it now: a word for each kind of work, with how much of it. */
    List<String> unfinished(Instant now);

    /** The next instant at which a step or a message becomes due. */
    Optional<Instant> next(Instant now);

    @Override
    void close();
}
