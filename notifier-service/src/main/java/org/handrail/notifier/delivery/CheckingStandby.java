package org.handrail.notifier.delivery;

import java.util.Set;
import java.util.function.Consumer;

/** Tells operators of a second provider that would not take mail if it were needed now. */
public final class CheckingStandby {

    private final Providers providers;
    private final Consumer<Set<String>> alarm;

    /** @param alarm takes codes for the operators */
    public CheckingStandby(Providers providers, Consumer<Set<String>> alarm) {
        this.providers = providers;
        this.alarm = alarm;
    }

    public void run() {
        Set<String> faults = providers.standbyFaults();
        if (!faults.isEmpty()) {
            alarm.accept(faults);
        }
    }
}
