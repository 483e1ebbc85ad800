package org.handrail.notifier.calendar.rendering;

import org.handrail.notifier.calendar.CalendarFiles;
import org.handrail.notifier.smtp.Sender;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.Rendering;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Messages with calendar files, over the messages that templates make. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    @Primary
    Rendering calendarRendering(@Qualifier("everyLetter") Rendering texts, Sender sender, Discretion discretion) {
        return new CalendarRendering(texts, new CalendarFiles(sender.name(), sender.address()), discretion);
    }
}
