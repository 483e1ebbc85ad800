-- The version that a step was planned by. An edit moves enrolments to a newer version and touches only the steps that
-- it changes; the others keep theirs, so whoever claims a row reads what it means from the row alone.
alter table due_step add column schedule_version integer;
update due_step s set schedule_version = e.schedule_version from enrolment e where e.enrolment_id = s.enrolment_id;
alter table due_step alter column schedule_version set not null;

-- A version is made by publishing; what is being written is a draft.
delete from schedule_version where status = 'DRAFT';
alter table schedule_version drop column status;
alter table schedule_version rename column note to why;
-- the earlier version whose definition this one brings back
alter table schedule_version add column rolls_back_to integer;
-- the schedule whose enrolments a new version may move, in the order in which they are moved
create index enrolment_in_schedule on enrolment (schedule_id, enrolment_id) where ended_at is null;

create table schedule_draft (
    schedule_id text        not null,
    draft       integer     not null check (draft > 0),
    -- the version that it was begun from; null for a schedule that is new
    base        integer,
    -- grows with every change, so that of two who change it at once the second is told
    revision    integer     not null default 1,
    definition  text        not null,
    created_by  uuid        not null,
    created_at  timestamptz not null,
    changed_by  uuid        not null,
    changed_at  timestamptz not null,
    state       text        not null default 'OPEN' check (state in ('OPEN', 'PUBLISHED', 'DISCARDED')),
    primary key (schedule_id, draft)
);

-- What a preview said, kept so that publishing can tell what has changed since.
create table schedule_preview (
    preview_id  uuid primary key,
    schedule_id text        not null,
    draft       integer     not null,
    revision    integer     not null,
    as_of       timestamptz not null,
    result      jsonb       not null
);
create index schedule_preview_age on schedule_preview (as_of);

-- Moving those enrolled to a version that was published; in batches, one transaction each.
create table schedule_move (
    move_id      uuid primary key default uuidv7(),
    schedule_id  text        not null references schedule,
    to_version   integer     not null,
    choice       jsonb       not null,
    -- as of when: what lay ahead then is ahead, however long the move takes
    effective_at timestamptz not null,
    asked_by     uuid        not null,
    state        text        not null check (state in ('RUNNING', 'PAUSED', 'DONE', 'CANCELLED')),
    enrolled     bigint      not null,
    looked_at    bigint      not null default 0,
    -- everybody up to here has been looked at
    reached      uuid,
    expected     jsonb       not null,
    outcome      jsonb       not null,
    changed_at   timestamptz not null,
    foreign key (schedule_id, to_version) references schedule_version
);
create unique index schedule_move_one on schedule_move (schedule_id) where state in ('RUNNING', 'PAUSED');
