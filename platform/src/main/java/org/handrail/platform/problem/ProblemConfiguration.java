package org.handrail.platform.problem;

import io.micrometer.core.instrument.MeterRegistry;
import org.handrail.platform.json.PlainTextModule;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Beans of the problem answers. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    @Bean
    ProblemWriter problemWriter(MeterRegistry meters) {
        return new ProblemWriter(JsonMapper.builder().build(), meters);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemWriter writer) {
        return new ProblemAdvice(writer);
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemWriter writer) {
        return new ProblemErrorController(writer);
    }

    @Bean
    FilterRegistrationBean<LastResortFilter> lastResortFilter(ProblemAdvice advice) {
        FilterRegistrationBean<LastResortFilter> filter = new FilterRegistrationBean<>(new LastResortFilter(advice));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    @Bean
    JsonMapperBuilderCustomizer plainTextOnly() {
        return builder -> builder.addModule(new PlainTextModule());
    }
}
