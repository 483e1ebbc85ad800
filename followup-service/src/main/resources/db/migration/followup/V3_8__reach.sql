-- How a client may be written to: what contact, address state and preferences come to, one row a client, so that a due
-- step costs one look-up where it cost four. Written in the transaction that changes any of them; see ReachRows.
create table reach (
    client_id       uuid    primary key,
    -- contact details have come in
    known           boolean not null default false,
    inquirer        boolean not null default false,
    -- there is an address
    given           boolean not null default false,
    zone            text,
    -- of that very address; null while nobody told
    address_state   text,
    reminders_state text,
    reminders_until timestamptz,
    follow_up_state text,
    follow_up_until timestamptz,
    receipts_state  text,
    receipts_until  timestamptz,
    -- on which the client last got an automated email, on the client's wall clock: one a day
    mail_day        date
    -- room to note the day of all that share a page without moving any to another one
) with (fillfactor = 50);

insert into reach
select client_id, c.client_id is not null, coalesce(c.inquirer, false), c.email is not null, c.zone,
    case when a.address_version = c.address_version then a.state end,
    p.reminders_state, p.reminders_until, p.follow_up_state, p.follow_up_until, p.receipts_state, p.receipts_until,
    (select max(day) from mail_day d where d.client_id = client.client_id)
from (select client_id from contact union select client_id from preference union select client_id from address_state)
        as client
    left join contact c using (client_id)
    left join address_state a using (client_id)
    left join (select client_id,
            max(state) filter (where purpose = 'APPOINTMENT_REMINDERS') as reminders_state,
            max(expires_at) filter (where purpose = 'APPOINTMENT_REMINDERS') as reminders_until,
            max(state) filter (where purpose = 'FOLLOW_UP') as follow_up_state,
            max(expires_at) filter (where purpose = 'FOLLOW_UP') as follow_up_until,
            max(state) filter (where purpose = 'RECEIPTS') as receipts_state,
            max(expires_at) filter (where purpose = 'RECEIPTS') as receipts_until
        from preference group by client_id) p using (client_id);

drop table mail_day;
