-- Messages of the return path's mailbox that were taken, so that none is taken twice.
create table returned_mail (
    digest   text primary key,
    taken_at timestamptz not null
);
create index returned_mail_age on returned_mail (taken_at);

-- Soft bounces, one a delivery; what counts of them is worked out when the next one comes.
create table soft_bounce (
    delivery_id     uuid primary key,
    client_id       uuid        not null references contact on delete cascade,
    address_version integer     not null,
    bounced_at      timestamptz not null
);
create index soft_bounce_of_address on soft_bounce (client_id, address_version);

-- What clients wrote back. The only place where it is; it goes with the client.
create table reply (
    id          uuid primary key,
    client_id   uuid        not null references contact on delete cascade,
    delivery_id uuid,
    urgent      boolean     not null,
    text        text        not null,
    received_at timestamptz not null
);
create index reply_of_client on reply (client_id);

-- Which process looks into the mailbox; liveness by the database's clock.
create table mailbox_turn (
    mailbox text primary key,
    holder  uuid        not null,
    until   timestamptz not null
);
