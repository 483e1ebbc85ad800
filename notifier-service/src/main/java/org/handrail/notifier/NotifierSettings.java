package org.handrail.notifier;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings below {@code handrail.notifier}.
 *
 * @param receiptsPerAddress how many receipts an address gets within 24 hours
 * @param lease              without a heartbeat for that long a process counts as dead
 * @param instance           the same after a restart in the same place; null: host and port
 */
@ConfigurationProperties("handrail.notifier")
public record NotifierSettings(
        SendWindowHours sendWindow, @DefaultValue("3") int receiptsPerAddress, Retry retry,
        @DefaultValue("20s") Duration lease, @Nullable String instance) {

    /** @param until exclusive */
    public record SendWindowHours(LocalTime from, LocalTime until) {
    }

    public record Retry(Duration first, Duration longest) {
    }
}
