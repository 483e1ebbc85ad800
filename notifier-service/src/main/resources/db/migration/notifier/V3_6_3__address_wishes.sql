-- Other addresses that clients asked for, until their owners confirm them. Rows go after a week, and with their client.
create table address_wish (
    id              uuid        primary key,
    client_id       uuid        not null,
    -- of the address that held when this one was asked for, and that it may take the place of
    address_version integer     not null,
    email           text        not null,
    -- what it took the place of, until that address was told
    former_email    text,
    language        text        not null,
    asked_at        timestamptz not null,
    expires_at      timestamptz not null,
    -- right before the one mail that asks the owner; its outcome is a code
    mail_claimed_at timestamptz,
    mail_outcome    text,
    confirmed_at    timestamptz,
    -- while it is confirmed and intake-service has not taken it
    next_try_at     timestamptz,
    outcome         text check (outcome in ('MOVED', 'DECLINED', 'REPLACED', 'VOID', 'UNSENT')),
    ended_at        timestamptz
);
create index address_wish_of_client on address_wish (client_id, asked_at);
create index address_wish_to on address_wish (lower(email), asked_at);
create index address_wish_due on address_wish (asked_at) where outcome is null;
