package org.handrail.intake;

import org.handrail.intake.appointment.web.AppointmentWeb;
import org.handrail.intake.call.web.CallWeb;
import org.handrail.intake.client.jdbc.RetentionConfiguration;
import org.handrail.intake.client.web.ClientWeb;
import org.handrail.intake.consent.web.ConsentWeb;
import org.handrail.intake.inquiry.web.InquiryWeb;
import org.handrail.intake.jdbc.IntakeTables;
import org.handrail.intake.merge.web.MergeConfiguration;
import org.handrail.intake.source.command.KeyCommand;
import org.handrail.intake.source.jdbc.KeyTable;
import org.handrail.intake.source.web.BootstrapKey;
import org.handrail.intake.stay.web.StayWeb;
import org.handrail.intake.web.IntakeFaultAdvice;
import org.handrail.intake.web.IntakeOpenApi;
import org.handrail.intake.web.IntakeSecurity;
import org.handrail.messaging.MessagingConfiguration;
import org.handrail.platform.PlatformConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** intake-service. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    PlatformConfiguration.class, MessagingConfiguration.class, IntakeConfiguration.class, IntakeTables.class,
    KeyTable.class, RetentionConfiguration.class, IntakeSecurity.class,
    IntakeOpenApi.class, IntakeFaultAdvice.class, BootstrapKey.class, ClientWeb.class, InquiryWeb.class,
    MergeConfiguration.class, AppointmentWeb.class, StayWeb.class, ConsentWeb.class, CallWeb.class
})
public class IntakeApplication {

    public static void main(String... arguments) {
        if (arguments.length > 0 && KeyCommand.NAMES.contains(arguments[0])) {
            System.exit(KeyCommand.run(arguments, System.out));
        }
        start(arguments);
    }

    /** Several services may run in one JVM: nothing here is JVM-wide. */
    public static ConfigurableApplicationContext start(String... arguments) {
        return builder().run(arguments);
    }

    /** For who wants to add something before it starts, a clock for instance. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(IntakeApplication.class).properties("spring.config.name=intake");
    }
}
