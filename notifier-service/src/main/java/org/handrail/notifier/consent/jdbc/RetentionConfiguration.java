package org.handrail.notifier.consent.jdbc;

import java.time.Duration;
import java.util.List;
import org.handrail.messaging.retention.RetentionRule;
import org.handrail.messaging.retention.RetentionRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the notifier keeps, and for how long. Acts of consent go when what they came to ended so long ago; those of a
 * consent in force never. Without its acts there is no record, and no record means no send.
 */
@Configuration(proxyBeanMethods = false)
public class RetentionConfiguration {

    private static final String ENDED = """
            exists (select from (select cast(? as timestamptz) as at) as bound
                join consent c on c.client_id = r.client_id and c.purpose = r.purpose
                where c.state <> 'IN_FORCE' and coalesce(c.expires_at, c.since) < bound.at
                  and r.recorded_at < bound.at and coalesce(r.expires_at, r.recorded_at) < bound.at)
            """;
    /** A choice goes once another one, or the end of everything, took its place so long ago. */
    private static final String CHOSEN_ANEW = """
            exists (select from (select cast(? as timestamptz) as at) as bound where r.occurred_at < bound.at
                and (exists (select from client_choice_act n where n.client_id = r.client_id and n.what = r.what
                        and n.seq > r.seq and n.occurred_at < bound.at)
                    or exists (select from erased_client e where e.client_id = r.client_id and e.erased_at < bound.at)))
            """;
    /** Its revocation, or what else ended it, goes with it; nothing that rested on it is left by then. */
    private static final String DISCLOSES_NO_MORE = """
            not exists (select from disclosure d where d.consent_id = r.consent_id)
            and exists (select from (select cast(? as timestamptz) as at) as bound where r.recorded_at < bound.at
                and (r.expires_at < bound.at
                    or exists (select from disclosure_consent_end e
                        where e.consent_id = r.consent_id and e.recorded_at < bound.at)
                    or exists (select from erased_client e where e.client_id = r.client_id and e.erased_at < bound.at)))
            """;

    @Bean
    RetentionRules retentionRules(@Value("${handrail.retention.consents:2192d}") Duration consents,
            @Value("${handrail.retention.deliveries:730d}") Duration deliveries,
            @Value("${handrail.retention.records:2192d}") Duration records) {
        return rules(RetentionRule.atLeastSixYears("HANDRAIL_RETENTION_CONSENTS", consents), deliveries, records);
    }

    public static RetentionRules rules(Duration consents, Duration deliveries, Duration records) {
        return new RetentionRules(List.of(
                new RetentionRule("notifier.delivery", deliveries, "delivery", """
                        r.state not in ('QUEUED', 'SENDING', 'UNKNOWN') and r.changed_at < ?"""),
                new RetentionRule("notifier.resend", deliveries, "resend", """
                        r.asked_at < ? and not exists (select from delivery d where d.id = r.delivery_id)"""),
                new RetentionRule("notifier.soft-bounce", deliveries, "soft_bounce", "r.bounced_at < ?"),
                new RetentionRule("notifier.test-mail", deliveries, "template_test_mail", "r.asked_at < ?"),
                new RetentionRule("notifier.ended-enrolment", deliveries, "ended_enrolment", "r.ended_at < ?"),
                new RetentionRule("notifier.reply", records, "reply", "r.received_at < ?"),
                new RetentionRule("notifier.answer", records, "appointment_answer", "r.answered_at < ?"),
                new RetentionRule("notifier.calendar-file", records, "appointment_calendar", "r.starts_at < ?"),
                new RetentionRule("notifier.appointment", records, "appointment", "r.starts_at < ?"),
                // consents first: at no time may one be left without the stop that ended it
                new RetentionRule("notifier.consent", consents, "consent_act", "r.kind = 'GIVEN' and " + ENDED),
                new RetentionRule("notifier.stop", consents, "consent_act", """
                        r.kind = 'STOPPED' and not exists (select from consent_act g where g.client_id = r.client_id
                            and g.purpose = r.purpose and g.kind = 'GIVEN') and """ + " " + ENDED),
                // what acts that last until an event end with
                new RetentionRule("notifier.consent-event", consents, "consent_event", """
                        r.at < ? and not exists (select from consent_act a where a.client_id = r.client_id)"""),
                new RetentionRule("notifier.choice", consents, "client_choice_act", CHOSEN_ANEW),
                new RetentionRule("notifier.disclosure", consents, "disclosure", "r.at < ?"),
                new RetentionRule("notifier.disclosure-consent", consents, "disclosure_consent", DISCLOSES_NO_MORE)));
    }
}
