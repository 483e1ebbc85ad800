-- What the last call's outcome asked for, as the schedule declares it: days and part of the day after last_try.
alter table enrolment
    add column next_try_step text,
    add column next_try_days integer,
    add column next_try_part text,
    add constraint next_try_whole check ((next_try_step is null) = (next_try_days is null)
        and (next_try_part is null or next_try_step is not null)),
    add constraint next_try_counts_from_last_try check (next_try_step is null or last_try is not null);
