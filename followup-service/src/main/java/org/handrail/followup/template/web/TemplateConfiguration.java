package org.handrail.followup.template.web;

import java.time.Clock;
import java.util.function.Supplier;
import org.handrail.followup.schedule.Templates;
import org.handrail.followup.template.MailTemplates;
import org.handrail.followup.template.TemplatesOnOffer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of mail templates. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    Supplier<Templates> templatesOnOffer(MailTemplates desk, Clock clock) {
        return new TemplatesOnOffer(desk, clock);
    }
}
