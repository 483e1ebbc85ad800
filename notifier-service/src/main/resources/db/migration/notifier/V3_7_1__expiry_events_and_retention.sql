-- A consent may last until an event, such as the discharge. When events took place, by which the acts are read.
alter table consent_act add column expires_on text;
create table consent_event (
    client_id uuid        not null,
    event     text        not null,
    at        timestamptz not null,
    primary key (client_id, event, at)
);

-- What nobody may change goes when its time is over, by the one job that says so in its transaction.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('handrail.retention', true) = 'on' then
        return old;
    end if;
    raise exception '% is append-only', tg_table_name;
end $$;
create index consent_act_age on consent_act (recorded_at);
create index delivery_age on delivery using brin (changed_at);
