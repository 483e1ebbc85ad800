create table staff_account (
    id            uuid primary key,
    sign_in_name  text    not null unique check (sign_in_name = lower(sign_in_name)),
    name          text    not null check (length(name) between 1 and 100),
    role          text    not null check (role in ('STAFF', 'ADMIN')),
    active        boolean not null,
    password_hash text    not null
);

-- Failed attempts to sign in, and those being looked at.
create table sign_in_attempt (
    id             uuid primary key,
    name_digest    text        not null,
    address_digest text        not null,
    at             timestamptz not null
);
create index sign_in_attempt_name on sign_in_attempt (name_digest, at);
create index sign_in_attempt_address on sign_in_attempt (address_digest, at);
create index sign_in_attempt_age on sign_in_attempt (at);

create table sign_in_address (
    name_digest    text        not null,
    address_digest text        not null,
    last_at        timestamptz not null,
    primary key (name_digest, address_digest)
);

-- Spring Session's tables, under a name of our own.
create table staff_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index staff_session_id on staff_session (session_id);
create index staff_session_expiry on staff_session (expiry_time);
create index staff_session_principal on staff_session (principal_name);

create table staff_session_attributes (
    session_primary_id char(36)     not null references staff_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
