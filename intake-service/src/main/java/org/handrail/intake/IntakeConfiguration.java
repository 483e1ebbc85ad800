package org.handrail.intake;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.handrail.intake.appointment.Appointments;
import org.handrail.intake.appointment.ChangingAppointments;
import org.handrail.intake.call.Calls;
import org.handrail.intake.call.RecordingCalls;
import org.handrail.intake.call.web.CallMessageReader;
import org.handrail.intake.call.web.CallWebhooks;
import org.handrail.intake.client.Clients;
import org.handrail.intake.client.Erasing;
import org.handrail.intake.client.Erasures;
import org.handrail.intake.client.Identifying;
import org.handrail.intake.client.PhoneNumbers;
import org.handrail.intake.client.phone.LibPhoneNumbers;
import org.handrail.intake.consent.ConsentActs;
import org.handrail.intake.consent.DirectStops;
import org.handrail.intake.consent.RecordingConsents;
import org.handrail.intake.consent.http.NotifierStops;
import org.handrail.intake.idempotency.KeptAnswers;
import org.handrail.intake.idempotency.Once;
import org.handrail.intake.idempotency.web.IdempotentRequests;
import org.handrail.intake.inquiry.Inquiries;
import org.handrail.intake.inquiry.ReceivingInquiries;
import org.handrail.intake.inquiry.web.FormReader;
import org.handrail.intake.inquiry.web.PageLanguage;
import org.handrail.intake.limit.ReceiptsOfSources;
import org.handrail.intake.limit.web.RateLimits;
import org.handrail.intake.limit.web.RemoteAddresses;
import org.handrail.intake.stay.RecordingStays;
import org.handrail.intake.stay.Stays;
import org.handrail.intake.web.ClientReader;
import org.handrail.messaging.Outbox;
import org.handrail.messaging.outbox.JdbcOutbox;
import org.handrail.platform.site.Sites;
import org.handrail.platform.text.CrisisWords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** The use cases of intake and what they stand on. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    private static final Duration ANSWERS_KEPT = Duration.ofHours(48);
    private static final Duration DELIVERIES_KEPT = Duration.ofDays(30);

    @Bean
    @Primary
    Outbox acceptedFacts(JdbcOutbox outbox, MeterRegistry meters) {
        return new AcceptedFacts(outbox, meters);
    }

    @Bean
    PhoneNumbers phoneNumbers(@Value("${handrail.phone.region:US}") String region) {
        return new LibPhoneNumbers(region);
    }

    @Bean
    Identifying identifying(Clients clients, Outbox outbox, Sites sites, Clock clock) {
        return new Identifying(clients, outbox, sites, clock);
    }

    @Bean
    Erasing erasing(Clients clients, Erasures erasures, Outbox outbox, Transactions transactions, Clock clock) {
        return new Erasing(clients, erasures, outbox, transactions, clock);
    }

    @Bean
    ChangingAppointments changingAppointments(Appointments appointments, Identifying identifying, Clients clients,
            Outbox outbox, Transactions transactions, Clock clock) {
        return new ChangingAppointments(appointments, identifying, clients, outbox, transactions, clock);
    }

    @Bean
    RecordingStays recordingStays(Stays stays, Identifying identifying, Outbox outbox, Transactions transactions) {
        return new RecordingStays(stays, identifying, outbox, transactions);
    }

    @Bean
    RecordingConsents recordingConsents(
            ConsentActs acts, Identifying identifying, Outbox outbox, Transactions transactions, Clock clock) {
        return new RecordingConsents(acts, identifying, outbox, transactions, clock);
    }

    @Bean
    DirectStops directStops(@Value("${handrail.notifier.url:http://localhost:${handrail.links.port:8082}}") URI notifier,
            @Value("${handrail.internal.token:}") String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException(
                    "HANDRAIL_INTERNAL_TOKEN is not set: the services need one secret between them");
        }
        return new NotifierStops(notifier, token);
    }

    @Bean
    ReceivingInquiries receivingInquiries(Inquiries inquiries, Identifying identifying, Clients clients,
            RecordingConsents consents, Outbox outbox, Transactions transactions) {
        return new ReceivingInquiries(inquiries, identifying, clients, consents, CrisisWords.shipped(), outbox,
                transactions);
    }

    @Bean
    RecordingCalls recordingCalls(Calls calls, Identifying identifying, PhoneNumbers numbers, Sites sites,
            Outbox outbox, Transactions transactions, Clock clock) {
        return new RecordingCalls(calls, identifying, numbers, sites, outbox, transactions, clock);
    }

    @Bean
    CallWebhooks callWebhooks(@Value("${handrail.intake.url:http://localhost:${handrail.intake.port:8080}}") URI publicBase,
            @Value("${handrail.twilio.auth.token:}") String twilioToken,
            @Value("${handrail.webhook.secret:}") String webhookSecret) {
        return CallWebhooks.of(publicBase, twilioToken, webhookSecret);
    }

    @Bean
    CallMessageReader callMessageReader(JsonMapper json, Clock clock) {
        return new CallMessageReader(json, clock);
    }

    @Bean
    Once once(Transactions transactions, KeptAnswers answers, Clock clock) {
        return new Once(transactions, answers, clock);
    }

    @Bean
    IdempotentRequests idempotentRequests(Once once, Transactions transactions, JsonMapper json) {
        return new IdempotentRequests(once, transactions, json);
    }

    @Bean
    ClientReader clientReader(
            PhoneNumbers phones, Sites sites, @Value("${handrail.email.international:false}") boolean international) {
        return new ClientReader(phones, sites, international);
    }

    @Bean
    FormReader formReader(
            PhoneNumbers phones, Sites sites, @Value("${handrail.email.international:false}") boolean international) {
        return new FormReader(phones, sites, international);
    }

    @Bean
    RateLimits rateLimits(@Value("${handrail.intake.address.limit:60}") long addressPerMinute,
            @Value("${handrail.intake.source.limit:500}") long sourcePerSecond) {
        return new RateLimits(addressPerMinute, sourcePerSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    RemoteAddresses remoteAddresses(@Value("${handrail.intake.trusted.proxies:}") String proxies) {
        return new RemoteAddresses(proxies);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PageLanguage();
    }

    @Bean
    RouteBuilder intakeHousekeeping(KeptAnswers answers, Calls calls, ReceiptsOfSources receipts, Clock clock) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:intake-housekeeping?period=1h&delay=10m")
                        .routeId("intake.requests.forget-old")
                        .process(exchange -> receipts.forgetOld(clock.instant()))
                        .process(exchange -> answers.removeOlderThan(clock.instant().minus(ANSWERS_KEPT)))
                        .process(exchange -> calls.removeDeliveriesOlderThan(clock.instant().minus(DELIVERIES_KEPT)));
            }
        };
    }

    @Bean
    RouteBuilder repeatingErasures(Erasing erasing, @Value("${handrail.erasure.repeat.every:1m}") Duration every) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:intake-erasures?includeMetadata=false&period=" + every.toMillis())
                        .routeId("intake.client.repeat-erasures")
                        .process(exchange -> erasing.sayAgain());
            }
        };
    }
}
