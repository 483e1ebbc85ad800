package org.handrail.intake.source.web;

import java.time.Clock;
import org.handrail.intake.source.ApiKey;
import org.handrail.intake.source.ApiKeys;
import org.handrail.intake.source.Source;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Makes the key of HANDRAIL_INTAKE_BOOTSTRAP_KEY ({@code source=key}) at start, for set-ups by a script. */
public final class BootstrapKey implements ApplicationRunner {

    private final String setting;
    private final ApiKeys keys;
    private final Clock clock;

    BootstrapKey(@Value("${handrail.intake.bootstrap.key:}") String setting, ApiKeys keys, Clock clock) {
        this.setting = setting;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (String entry : setting.strip().split("\\s+")) {
            if (!entry.isEmpty()) {
                add(entry);
            }
        }
    }

    private void add(String entry) {
        int equals = entry.indexOf('=');
        try {
            keys.add(new Source(entry.substring(0, Math.max(equals, 0))), new ApiKey(entry.substring(equals + 1)),
                    clock.instant());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "HANDRAIL_INTAKE_BOOTSTRAP_KEY must be source=key; " + e.getMessage());
        }
    }
}
