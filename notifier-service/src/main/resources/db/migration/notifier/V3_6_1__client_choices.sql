-- How a client wants mail to be, as last chosen; no row: discreet, no calendar files.
create table client_choice (
    client_id      uuid primary key,
    detailed       boolean not null default false,
    calendar_files boolean not null default false
);

-- Every choice as it was made, append-only; kept like consents, as proof.
create table client_choice_act (
    act_id       uuid primary key,
    seq          bigint generated always as identity,
    client_id    uuid        not null,
    what         text        not null check (what in ('DETAILED_WORDING', 'CALENDAR_FILES')),
    wanted       boolean     not null,
    how          text        not null,
    -- the text that was shown with it, and its version
    wording      text        not null,
    language     text        not null,
    occurred_at  timestamptz not null
);
create index client_choice_act_of on client_choice_act (client_id, seq);

-- What went out of an appointment as a calendar file: the same uid for its life, the sequence of the last one.
create table appointment_calendar (
    appointment_id uuid primary key,
    client_id      uuid        not null,
    uid            uuid        not null default gen_random_uuid(),
    sequence       integer     not null,
    starts_at      timestamptz not null,
    cancelled      boolean     not null,
    issued_at      timestamptz not null
);
create index appointment_calendar_of on appointment_calendar (client_id);
