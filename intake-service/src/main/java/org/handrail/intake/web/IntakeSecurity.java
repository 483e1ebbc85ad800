package org.handrail.intake.web;

import org.handrail.intake.limit.web.AddressLimitFilter;
import org.handrail.intake.limit.web.RateLimits;
import org.handrail.intake.limit.web.RemoteAddresses;
import org.handrail.intake.source.ApiKeys;
import org.handrail.intake.source.web.ApiKeyFilter;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Who may come in where. There are no cookies and no sessions, so nothing for another site to ride on. */
@Configuration(proxyBeanMethods = false)
public class IntakeSecurity {

    @Bean
    SecurityFilterChain intakeRequests(HttpSecurity http, ApiKeys keys, RateLimits limits, ProblemWriter problems) {
        return http
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/api/**").authenticated()
                        .anyRequest().permitAll())
                .addFilterBefore(new ApiKeyFilter(keys, limits, problems), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, refused) -> {
                    response.setHeader("WWW-Authenticate", "Bearer");
                    problems.write(Problem.unauthorized("An API key is needed: Authorization: Bearer <key>."),
                            request, response);
                }))
                .build();
    }

    /** Before anything else looks at the request: what is internal is not the public's to probe. */
    @Bean
    FilterRegistrationBean<InternalTokenFilter> internalTokenFilter(
            @Value("${handrail.internal.token:}") String token, ProblemWriter problems) {
        FilterRegistrationBean<InternalTokenFilter> filter =
                new FilterRegistrationBean<>(new InternalTokenFilter(token, problems));
        filter.addUrlPatterns("/internal/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return filter;
    }

    @Bean
    FilterRegistrationBean<AddressLimitFilter> addressLimitFilter(
            RateLimits limits, RemoteAddresses addresses, ProblemWriter problems) {
        FilterRegistrationBean<AddressLimitFilter> filter =
                new FilterRegistrationBean<>(new AddressLimitFilter(limits, addresses, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 40);
        return filter;
    }
}
