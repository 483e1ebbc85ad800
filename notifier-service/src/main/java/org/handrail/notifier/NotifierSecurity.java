package org.handrail.notifier;

import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/**
 * Who may come in: clients by the token in their link, other services by their shared secret. No session and no
 * cookie anywhere: mail programs that post the one-click form have none.
 */
@Configuration(proxyBeanMethods = false)
class NotifierSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain internalCalls(
            HttpSecurity http, @Value("${handrail.internal.token:}") String token, ProblemWriter problems) {
        return withoutSession(http.securityMatcher("/internal/**"))
                .addFilterBefore(new InternalTokenFilter(token), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(InternalTokenFilter.INTERNAL))
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint((request, response, e) -> problems.write(
                                Problem.unauthorized("The services' shared token is needed."), request, response))
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                Problem.forbidden("The services' shared token is needed."), request, response)))
                .build();
    }

    /** What is no client's page is not there at all. */
    @Bean
    @Order(2)
    SecurityFilterChain clientPages(HttpSecurity http, ProblemWriter problems) {
        return withoutSession(http.securityMatcher("/**"))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/s/*", "/u/*", "/c/*", "/a/*", "/p/*", "/n/*", "/assets/**", "/openapi.json", "/error").permitAll()
                        .anyRequest().denyAll())
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint((request, response, e) -> problems.write(
                                Problem.notFound("There is nothing at this address."), request, response))
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                Problem.notFound("There is nothing at this address."), request, response)))
                .build();
    }

    private static HttpSecurity withoutSession(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable);
    }
}
