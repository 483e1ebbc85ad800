package org.handrail.followup.audit.jdbc;

import java.time.Duration;
import java.util.List;
import org.handrail.messaging.retention.RetentionRule;
import org.handrail.messaging.retention.RetentionRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follow-up keeps, and for how long. Whatever is open or running stays, however old it is. */
@Configuration(proxyBeanMethods = false)
public class RetentionConfiguration {

    @Bean
    RetentionRules retentionRules(@Value("${handrail.retention.records:2192d}") Duration records,
            @Value("${handrail.retention.audit:2192d}") Duration audit) {
        return rules(records, RetentionRule.atLeastSixYears("HANDRAIL_RETENTION_AUDIT", audit));
    }

    public static RetentionRules rules(Duration records, Duration audit) {
        return new RetentionRules(List.of(
                new RetentionRule("followup.stop", records, "staff_stop", """
                        r.in_force_since is not null and exists (select from task t
                            where t.id = r.task_id and t.state <> 'OPEN' and t.ended_at < ?)"""),
                new RetentionRule("followup.task-source", records, "task_source", """
                        exists (select from task t where t.id = r.task_id and t.state <> 'OPEN' and t.ended_at < ?)"""),
                new RetentionRule("followup.task", records, "task", """
                        r.state <> 'OPEN' and r.ended_at < ?
                        and not exists (select from staff_stop s where s.task_id = r.id)
                        and not exists (select from task_source s where s.task_id = r.id)"""),
                new RetentionRule("followup.step", records, "due_step", """
                        exists (select from enrolment e where e.enrolment_id = r.enrolment_id and e.ended_at < ?)"""),
                new RetentionRule("followup.enrolment", records, "enrolment", """
                        r.ended_at < ? and not exists (select from due_step s where s.enrolment_id = r.enrolment_id)"""),
                new RetentionRule("followup.appointment", records, "appointment", """
                        r.starts_at < ? and not exists (select from enrolment e
                            where e.client_id = r.client_id and e.appointment_id = r.appointment_id)"""),
                new RetentionRule("followup.timeline", records, "timeline", "r.at < ?"),
                new RetentionRule("followup.audit", audit, "audit_log", "r.at < ?")));
    }
}
