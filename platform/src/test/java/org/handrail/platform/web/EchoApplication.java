package org.handrail.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.handrail.platform.PlatformConfiguration;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with nothing of its own, to see what the platform does for each. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, EchoApplication.EchoController.class})
public class EchoApplication {

    enum Colour { RED, GREEN }

    record Inner(@Nullable String word) {
    }

    record Body(@Nullable String name, @Nullable Integer count, @Nullable Boolean flag, @Nullable Colour colour,
            @Nullable Inner inner) {
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable).authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .build();
    }

    @RestController
    static class EchoController {

        private final JdbcClient jdbc;

        EchoController(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @PostMapping("/api/echo")
        Body echo(@RequestBody Body body) {
            return body;
        }

        @PostMapping("/api/form")
        Map<String, Integer> form(@RequestParam MultiValueMap<String, String> form) {
            return Map.of("fields", form.size());
        }

        @GetMapping("/api/things/{id}")
        Map<String, Integer> thing(@PathVariable String id) {
            return Map.of("length", id.length());
        }

        @GetMapping("/api/number")
        int number(@RequestParam int n) {
            return n;
        }

        @GetMapping("/api/address")
        String address(HttpServletRequest request) {
            return request.getRemoteAddr();
        }

        @GetMapping("/api/database")
        int database() {
            return jdbc.sql("select 1").query(Integer.class).single();
        }

        @GetMapping("/api/conflict")
        void conflict() {
            throw Problem.conflict("in-flight", "The first request is still being worked on.");
        }

        @GetMapping("/api/broken")
        void broken() {
            throw new IllegalStateException("secret-value in a message");
        }
    }
}
