package org.handrail.notifier.delivery;

import java.time.Clock;
import java.util.Set;
import org.handrail.notifier.operator.OperatorAlerts;

/** Tells operators of a second provider that would not take mail if it were needed now. */
public final class CheckingStandby {

    private final Providers providers;
    private final OperatorAlerts alerts;
    private final Clock clock;

    public CheckingStandby(Providers providers, OperatorAlerts alerts, Clock clock) {
        this.providers = providers;
        this.alerts = alerts;
        this.clock = clock;
    }

    public void run() {
        Set<String> faults = providers.standbyFaults();
        if (!faults.isEmpty()) {
            alerts.raise(faults, clock.instant());
        }
    }
}
