-- What clients answered by link to mails about appointments, as it was given; the last one of a version stands.
create table appointment_answer (
    answer_id           uuid primary key,
    seq                 bigint generated always as identity,
    client_id           uuid        not null,
    appointment_id      uuid        not null,
    appointment_version integer     not null,
    answer              text        not null check (answer in ('CONFIRMED', 'MOVE_ASKED', 'CANCEL_ASKED', 'UNDONE')),
    -- the answer that is taken back
    undoes              uuid,
    answered_at         timestamptz not null,
    check ((answer = 'UNDONE') = (undoes is not null))
);
create index appointment_answer_of on appointment_answer (client_id, appointment_id, appointment_version, seq desc);
