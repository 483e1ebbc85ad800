package org.handrail.intake.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the API's description. */
@Configuration(proxyBeanMethods = false)
public class IntakeOpenApi {

    @Bean
    OpenAPI intakeApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Handrail intake")
                        .version("v1")
                        .description("What other systems tell Handrail: inquiries, appointments, admissions, "
                                + "discharges, consents and stops. Every answer comes after the commit. Send an "
                                + "Idempotency-Key and repeat until there is an answer; problems are "
                                + "application/problem+json and name the field by JSON pointer.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components().addSecuritySchemes("apiKey",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("apiKey"));
    }
}
