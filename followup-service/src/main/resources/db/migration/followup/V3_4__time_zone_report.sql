-- What became of pending steps when the running JDK knew another release of the time zone database. An unfinished one
-- is taken up after its last client, by whichever instance is there.
create table time_zone_report (
    report_id              bigint generated always as identity primary key,
    from_release           text        not null,
    to_release             text        not null,
    started_at             timestamptz not null,
    finished_at            timestamptz,
    -- another release came before it was done
    superseded             boolean     not null default false,
    last_client            uuid,
    clients                integer     not null default 0,
    steps                  integer     not null default 0,
    moved                  integer     not null default 0,
    -- null while nothing has moved
    earliest_shift_seconds bigint,
    latest_shift_seconds   bigint,
    check (moved <= steps),
    check ((moved = 0) = (earliest_shift_seconds is null)),
    check ((moved = 0) = (latest_shift_seconds is null))
);
create unique index time_zone_report_unfinished on time_zone_report ((true)) where finished_at is null;
