-- Clients who were erased, by id alone, for ever: what is told of them afterwards brings nothing back.
create table erased_client (
    client_id uuid primary key,
    erased_at timestamptz not null,
    -- by the database's clock: how long files keep what rows no longer show is a matter of real time
    known_at  timestamptz not null default clock_timestamp(),
    -- rows by what they held, for the report
    counts    jsonb       not null,
    -- the files were written anew
    purged_at timestamptz,
    -- the service that owns the contacts says once more that they are gone, so that their log segment is closed
    repeat_at timestamptz,
    repeats   integer     not null default 0
);
create index erased_client_unpurged on erased_client (known_at) where purged_at is null;
create index erased_client_to_repeat on erased_client (repeat_at) where repeat_at is not null;

-- The planner keeps common values of a column for itself, where no erasure would find them.
alter table outbox alter column payload set statistics 0;
