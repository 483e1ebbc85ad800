package org.handrail.followup.client.jdbc;

import java.util.Collection;
import java.util.UUID;
import org.handrail.followup.jdbc.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code reach}: what contact, address state and preferences come to for each client, for whoever must know
 * it of many clients at once. Nothing but a summary of theirs, apart from the day of the last automated email.
 */
final class ReachRows {

    private final JdbcClient jdbc;

    ReachRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * To be called in the transaction that changed one of the three, after the change. Of two that change the same
     * client's, say by contact and by preference, the second waits for the row and then sees what the first one wrote;
     * so the last word knows of all.
     */
    void follow(Collection<UUID> clientIds) {
        if (clientIds.isEmpty()) {
            return;
        }
        String ids = Columns.ids(clientIds);
        // in order of client, so that two wait for each other rather than in a circle
        jdbc.sql("""
                        insert into reach (client_id) select distinct id from unnest(?::uuid[]) as id order by id
                        on conflict (client_id) do update set known = reach.known""")
                .param(ids).update();
        jdbc.sql("""
                        update reach set known = now.known, inquirer = now.inquirer, given = now.given, zone = now.zone,
                            address_state = now.address_state, reminders_state = now.reminders_state,
                            reminders_until = now.reminders_until, follow_up_state = now.follow_up_state,
                            follow_up_until = now.follow_up_until, receipts_state = now.receipts_state,
                            receipts_until = now.receipts_until
                        from (select id, contact.client_id is not null as known,
                                coalesce(contact.inquirer, false) as inquirer, contact.email is not null as given,
                                contact.zone, case when address_state.address_version = contact.address_version
                                    then address_state.state end as address_state, preferences.*
                            from unnest(?::uuid[]) as asked (id)
                                left join contact on contact.client_id = id
                                left join address_state on address_state.client_id = id
                                cross join lateral (select
                                        max(state) filter (where purpose = 'APPOINTMENT_REMINDERS') as reminders_state,
                                        max(expires_at) filter (where purpose = 'APPOINTMENT_REMINDERS')
                                            as reminders_until,
                                        max(state) filter (where purpose = 'FOLLOW_UP') as follow_up_state,
                                        max(expires_at) filter (where purpose = 'FOLLOW_UP') as follow_up_until,
                                        max(state) filter (where purpose = 'RECEIPTS') as receipts_state,
                                        max(expires_at) filter (where purpose = 'RECEIPTS') as receipts_until
                                    from preference where client_id = id) as preferences) as now
                        where reach.client_id = now.id""")
                .param(ids).update();
    }

    void forget(Collection<UUID> clientIds) {
        jdbc.sql("delete from reach where client_id = any(?::uuid[])").param(Columns.ids(clientIds)).update();
    }
}
