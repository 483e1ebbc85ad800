-- Work for people. Open until completed by a person or closed by the facts.
create table task (
    id           uuid primary key default uuidv7(),
    client_id    uuid        not null,
    kind         text        not null,
    -- message code
    title        text        not null,
    -- code
    reason       text        not null,
    -- 0 urgent, 1 high, 2 normal, 3 low
    priority     smallint    not null check (priority between 0 and 3),
    due_at       timestamptz not null,
    on_call      boolean     not null,
    -- how many times it was asked for while open
    asked        integer     not null default 1,
    state        text        not null default 'OPEN' check (state in ('OPEN', 'COMPLETED', 'CLOSED')),
    raised_at    timestamptz not null,
    assignee     uuid,
    taken_at     timestamptz,
    outcome      text,
    -- free text of staff: stays in this table
    note         text check (length(note) <= 4000),
    ended_by     uuid,
    ended_reason text,
    ended_at     timestamptz,
    version      integer     not null default 1,
    check ((assignee is null) = (taken_at is null)),
    check ((state = 'OPEN') = (ended_at is null)),
    check ((state = 'COMPLETED') = (outcome is not null))
);
create unique index task_one_open_call_back on task (client_id) where kind = 'CALL_BACK' and state = 'OPEN';
create index task_queue on task (priority, due_at, id) where state = 'OPEN';
create index task_of_client on task (client_id, raised_at desc);
create index task_taken on task (taken_at) where state = 'OPEN' and taken_at is not null;

-- What asked for a task. Several may ask for the same call-back; the key makes each count once.
create table task_source (
    task_key     text primary key,
    task_id      uuid references task deferrable initially deferred,
    enrolment_id uuid,
    step_key     text,
    withdrawn_at timestamptz
);
create index task_source_task on task_source (task_id);
create index task_source_enrolment on task_source (enrolment_id) where enrolment_id is not null;

-- Append-only.
create table timeline (
    entry_id     uuid primary key,
    seq          bigint generated always as identity,
    client_id    uuid        not null,
    at           timestamptz not null,
    enrolment_id uuid,
    code         text        not null,
    details      jsonb       not null
);
create index timeline_of_client on timeline (client_id, at desc, seq desc);
