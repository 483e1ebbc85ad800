-- Follow-up schedules; a version never changes once it is published.
create table schedule (
    schedule_id text primary key,
    published   integer
);
create table schedule_version (
    schedule_id text        not null references schedule,
    version     integer     not null check (version > 0),
    status      text        not null check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    definition  jsonb       not null,
    created_at  timestamptz not null,
    -- an account, or null for what came with Handrail
    created_by  uuid,
    note        text check (length(note) <= 1000),
    primary key (schedule_id, version)
);

-- Who a client is: the newest contact details; deleted by a tombstone.
create table contact (
    client_id       uuid primary key,
    version         integer     not null,
    inquirer        boolean     not null,
    given_name      text,
    family_name     text,
    email           text,
    address_version integer     not null,
    phone           text,
    language        text        not null,
    zone            text,
    site_id         text        not null,
    messages        text[]      not null,
    received_at     timestamptz not null
);

-- Preferences in force, as notifier-service told them.
create table preference (
    client_id  uuid        not null,
    purpose    text        not null,
    version    bigint      not null,
    state      text        not null,
    since      timestamptz not null,
    expires_at timestamptz,
    primary key (client_id, purpose)
);
create table address_state (
    client_id       uuid primary key,
    address_version integer     not null,
    state           text        not null,
    reason          text        not null,
    since           timestamptz not null
);

-- Appointments at their highest version.
create table appointment (
    appointment_id  uuid primary key,
    client_id       uuid        not null,
    version         integer     not null,
    change          text        not null,
    status          text        not null,
    kind            text        not null,
    starts_at_local timestamp   not null,
    zone            text        not null,
    starts_at       timestamptz not null,
    site_id         text        not null,
    booked_at       timestamptz not null,
    occurred_at     timestamptz not null,
    cancelled_by    text
);
create index appointment_of_client on appointment (client_id);

-- One row a client; whoever works on a client's follow-up holds it.
create table client_case (
    client_id   uuid primary key,
    zone        text,
    -- when each kind of stop last happened
    last_stops  jsonb not null default '{}',
    deceased_at timestamptz
);

create table enrolment (
    enrolment_id     uuid primary key,
    client_id        uuid        not null,
    schedule_id      text        not null,
    schedule_version integer     not null,
    event            text        not null,
    anchor_id        uuid        not null,
    appointment_id   uuid,
    site_id          text        not null,
    -- somebody else asked for the client
    on_behalf        boolean     not null,
    against_advice   boolean     not null,
    enrolled_at      timestamptz not null,
    anchor           timestamptz not null,
    known_at         timestamptz not null,
    version          integer     not null,
    booked_at        timestamptz,
    changed          boolean     not null,
    last_try         timestamptz,
    end_reason       text,
    ended_at         timestamptz,
    ended_by         uuid,
    foreign key (schedule_id, schedule_version) references schedule_version,
    check ((end_reason is null) = (ended_at is null))
);
create index enrolment_of_client on enrolment (client_id);

-- Steps with their times. Wall time, zone and time zone release are kept beside the instant they gave.
create table due_step (
    enrolment_id        uuid        not null,
    step_key            text        not null,
    appointment_version integer     not null,
    email               boolean     not null,
    as_task             boolean     not null,
    anchor              timestamptz not null,
    wall                timestamp   not null,
    zone                text        not null,
    tzdb                text        not null,
    due_at              timestamptz not null,
    deadline            timestamptz,
    state               text        not null check (state in ('PENDING', 'DONE', 'SKIPPED', 'DROPPED')),
    reason              text,
    released_at         timestamptz,
    delivery            text,
    primary key (enrolment_id, step_key, appointment_version)
);
-- all that the dispatcher looks at, however many steps there are
create index due_step_pending on due_step (email, due_at) where state = 'PENDING';

-- One automated email a person a day.
create table mail_day (
    client_id uuid not null,
    day       date not null,
    primary key (client_id, day)
);
create index mail_day_age on mail_day (day);
