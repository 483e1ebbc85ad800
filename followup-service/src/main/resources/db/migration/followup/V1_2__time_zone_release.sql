-- The release of the time zone database that pending steps were last worked out with; one row.
create table time_zone_release (
    only_one boolean primary key default true check (only_one),
    tzdb     text not null
);
-- finds whose times another release might change
create index enrolment_active on enrolment (client_id) where ended_at is null;
