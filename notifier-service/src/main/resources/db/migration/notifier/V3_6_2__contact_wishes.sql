-- What clients chose on their page and intake-service keeps, until it has it. One row a client: the newest of each.
create table contact_wish (
    client_id   uuid primary key,
    language    text,
    zone        text,
    asked_at    timestamptz not null,
    next_try_at timestamptz not null
);
create index contact_wish_due on contact_wish (next_try_at);
