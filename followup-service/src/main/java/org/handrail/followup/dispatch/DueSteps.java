package org.handrail.followup.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.enrolment.DueStep;

/** Steps in store, for several dispatchers at once. Every call belongs to the caller's transaction. */
public interface DueSteps {

    /**
     * Pending steps whose time has come, the longest due first, up to so many emails and as many tasks. They are held
     * until the transaction ends; another dispatcher passes them over, and a fact that would change one waits.
     */
    List<DueNow> claim(Instant now, int most);

    Map<UUID, List<AppointmentChanged>> appointments(Collection<UUID> clientIds);

    /** When staff last spoke with each client; those with whom they never did are left out. */
    Map<UUID, Instant> lastReached(Collection<UUID> clientIds);

    /** When pending reminders of appointments come due, the soonest of each client. */
    Map<UUID, Instant> nextReminders(Collection<UUID> clientIds);

    record MailDay(UUID clientId, LocalDate day) {
    }

    /**
     * Notes them, a day of each client.
     *
     * @return those on which this is the client's first automated email; one before a day that is noted is not
     */
    Set<MailDay> firstOfTheirDay(Collection<MailDay> days);

    /** @param step as it stands from now on */
    record Settled(DueNow due, DueStep step) {
    }

    /** To be called in the transaction that claimed them, each once. */
    void settle(Collection<Settled> steps);
}
