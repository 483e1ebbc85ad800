package org.handrail.platform.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** The machine's clock in UTC; any other {@link Clock} bean takes precedence wherever it is defined. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    @Bean
    @Fallback
    Clock systemClock() {
        return Clock.systemUTC();
    }
}
