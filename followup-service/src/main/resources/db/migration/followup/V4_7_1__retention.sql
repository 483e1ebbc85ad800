-- What nobody may change goes when its time is over, by the one job that says so in its transaction.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('handrail.retention', true) = 'on' then
        return old;
    end if;
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
-- old entries are found by the order in which they came to be: a summary of blocks costs next to nothing
create index audit_log_age on audit_log using brin (at);
create index timeline_age on timeline using brin (at);
create index task_age on task (ended_at) where state <> 'OPEN';
create index enrolment_age on enrolment (ended_at) where ended_at is not null;
