-- Who is who. The details are null again once a client is erased.
create table client (
    id              uuid primary key,
    version         int         not null,
    inquirer        boolean     not null,
    given_name      text,
    family_name     text,
    email           text,
    -- as the contract has it: 0 while there is no email
    address_version int         not null,
    -- how many addresses there have been, so that a new one never gets an old one's number
    addresses       int         not null,
    phone           text,
    language        text        not null,
    zone            text,
    site_id         text        not null,
    messages        text[]      not null,
    -- the source's time of the newest details: older ones that arrive later change nothing
    as_of           timestamptz not null,
    created_at      timestamptz not null,
    erased_at       timestamptz
);
create index client_email on client (lower(email)) where email is not null;
create index client_phone on client (phone, created_at) where phone is not null;

create table client_reference (
    source    text not null,
    reference text not null,
    -- checked at the commit: the reference is claimed before the client is entered
    client_id uuid not null references client deferrable initially deferred,
    primary key (source, reference)
);
create index client_reference_client on client_reference (client_id);

create table inquiry (
    id           uuid primary key,
    client_id    uuid        not null references client,
    source       text        not null,
    relationship text        not null,
    crisis       boolean     not null,
    -- it came as robots send: still taken, but said
    suspicious   boolean     not null,
    site_id      text        not null,
    received_at  timestamptz not null
);
create index inquiry_client on inquiry (client_id);

-- One row a call, whatever number of callbacks tell of it.
create table call (
    id               uuid primary key,
    provider         text        not null,
    provider_call_id text        not null,
    client_id        uuid        not null references client,
    answered         boolean     not null,
    ended_at         timestamptz not null,
    unique (provider, provider_call_id)
);

-- Deliveries of webhooks that were taken; the same one makes no work again.
create table webhook_delivery (
    provider     text        not null,
    delivery_key text        not null,
    received_at  timestamptz not null,
    primary key (provider, delivery_key)
);
create index webhook_delivery_age on webhook_delivery (received_at);

-- client and kind are null while only later changes of an appointment are known, but not its booking
create table appointment (
    id        uuid primary key,
    source    text not null,
    reference text not null,
    client_id uuid references client,
    kind      text,
    -- of the state last published; 0 until there is one
    version   int  not null,
    unique (source, reference)
);

-- Everything a source told of an appointment, in whatever order it came.
create table appointment_change (
    id              bigint generated always as identity primary key,
    appointment_id  uuid        not null references appointment,
    kind            text        not null,
    occurred_at     timestamptz not null,
    booked_at       timestamptz,
    starts_at_local timestamp,
    zone            text,
    starts_at       timestamptz,
    site_id         text,
    cancelled_by    text,
    received_at     timestamptz not null,
    -- the rules that turned the wall time into the instant
    tzdb            text        not null
);
create index appointment_change_of on appointment_change (appointment_id);

create table stay (
    id              uuid primary key,
    source          text not null,
    reference       text not null,
    client_id       uuid not null references client,
    site_id         text not null,
    admitted_at     timestamptz,
    admission_as_of timestamptz,
    discharged_at   timestamptz,
    against_advice  boolean,
    discharge_as_of timestamptz,
    unique (source, reference)
);

-- Acts of consent and stops, so that the same one is entered once.
create table consent_act (
    id          uuid primary key,
    client_id   uuid        not null references client,
    source      text        not null,
    kind        text        not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null
);

create table api_key (
    id         uuid primary key,
    source     text        not null,
    sha256     bytea       not null unique,
    created_at timestamptz not null,
    revoked_at timestamptz
);

-- Answers given under an Idempotency-Key, or under another name of a request that makes it the same one.
create table answered_request (
    scope       text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    status      int         not null,
    body        text        not null,
    answered_at timestamptz not null,
    primary key (scope, key)
);
create index answered_request_age on answered_request (answered_at);
