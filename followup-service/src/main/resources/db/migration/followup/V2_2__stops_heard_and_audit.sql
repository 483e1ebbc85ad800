-- Stops that clients said to staff; tried until notifier-service answers that they are in force.
create table staff_stop (
    stop_id         uuid primary key,
    client_id       uuid        not null,
    task_id         uuid        not null unique references task,
    recorded_by     uuid        not null,
    note            text,
    heard_at        timestamptz not null,
    in_force_since  timestamptz,
    next_attempt_at timestamptz not null
);
create index staff_stop_waiting on staff_stop (next_attempt_at) where in_force_since is null;
create index staff_stop_of_client on staff_stop (client_id, heard_at desc);

-- Who saw or changed whose record.
create table audit_log (
    number     bigint generated always as identity primary key,
    at         timestamptz not null,
    account_id uuid        not null,
    action     text        not null,
    client_id  uuid,
    subject    text
);
create index audit_log_of_client on audit_log (client_id, number desc);
create index audit_log_listed on audit_log (account_id, client_id, at) where action = 'client.listed';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_log_append_only before update or delete or truncate on audit_log
    for each statement execute function refuse_change();
create trigger timeline_append_only before update or delete or truncate on timeline
    for each statement execute function refuse_change();
