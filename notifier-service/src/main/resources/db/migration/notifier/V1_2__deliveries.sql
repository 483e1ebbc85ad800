-- The delivery ledger: one row a reminder, whatever became of it.
create table delivery (
    id                  uuid primary key,
    client_id           uuid        not null,
    enrolment_id        uuid        not null,
    schedule_id         text        not null,
    schedule_version    integer     not null,
    step_key            text        not null,
    purpose             text        not null,
    template            text        not null,
    appointment_id      uuid,
    appointment_version integer     not null,
    due_at              timestamptz not null,
    deadline            timestamptz not null,
    state               text        not null check (state in ('QUEUED', 'SENDING', 'SENT', 'REFUSED', 'BOUNCED',
                                                              'WITHDRAWN', 'SKIPPED', 'UNKNOWN')),
    reason              text        not null,
    next_attempt_at     timestamptz not null,
    attempts            integer     not null default 0,
    -- by the database's clock: how long events that set out with it may still be under way is a matter of real time
    queued_at           timestamptz not null default clock_timestamp(),
    changed_at          timestamptz not null,
    -- the process that sends it, or sent it
    claimed_by          uuid,
    claimed_at          timestamptz,
    -- which address it went to
    address_version     integer,
    -- set while it counts as the client's one automated email of that day
    capped_at           timestamptz,
    unique (enrolment_id, step_key, appointment_version)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

create index delivery_due on delivery (next_attempt_at) where state = 'QUEUED';
create index delivery_queued_of_client on delivery (client_id) where state = 'QUEUED';
create index delivery_sending on delivery (claimed_by) where state = 'SENDING';
create index delivery_unknown on delivery (changed_at) where state = 'UNKNOWN';
create index delivery_capped on delivery (client_id, capped_at) where capped_at is not null;
create index delivery_receipts on delivery (client_id, claimed_at) where purpose = 'RECEIPTS';

-- Enrolments that ended: a reminder of one that arrives later, replayed for instance, is withdrawn at once.
create table ended_enrolment (
    enrolment_id uuid primary key,
    reason       text        not null,
    ended_at     timestamptz not null
);

-- Processes that send. Liveness is a matter of real time, so these are by the database's clock.
create table sender (
    id           uuid primary key,
    -- the same after a restart in the same place: then the one before is dead
    name         text        not null,
    heartbeat_at timestamptz not null
);

-- Faults of our own that hold mail back, by code.
create table operator_alert (
    code     text primary key,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    count    bigint      not null
);
