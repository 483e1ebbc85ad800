package org.handrail.followup.publishing.web;

import java.time.Clock;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.publishing.Drafts;
import org.handrail.followup.publishing.EditingDrafts;
import org.handrail.followup.publishing.Moves;
import org.handrail.followup.publishing.Publishing;
import org.handrail.followup.publishing.PublishingDrafts;
import org.handrail.followup.publishing.SteeringMoves;
import org.handrail.followup.queue.Transactions;
import org.handrail.followup.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of editing. */
@Configuration(proxyBeanMethods = false)
class EditingConfiguration {

    @Bean
    EditingDrafts editingDrafts(
            Drafts drafts, Schedules schedules, Transactions transactions, AuditTrail audit, Clock clock) {
        return new EditingDrafts(drafts, schedules, transactions, audit, clock);
    }

    @Bean
    PublishingDrafts publishingDrafts(Publishing publishing, Drafts drafts, AuditTrail audit, Clock clock) {
        return new PublishingDrafts(publishing, drafts, audit, clock);
    }

    @Bean
    SteeringMoves steeringMoves(Moves moves, Transactions transactions, AuditTrail audit, Clock clock) {
        return new SteeringMoves(moves, transactions, audit, clock);
    }
}
