-- The latest contact details a client. The only table that identifies anybody; a tombstone deletes the row.
create table contact (
    client_id       uuid primary key,
    version         integer not null,
    inquirer        boolean not null,
    given_name      text,
    email           text,
    address_version integer not null,
    language        text    not null,
    zone            text,
    site_id         text    not null
);
create index contact_address on contact (lower(email)) where email is not null;

-- What is known of each address a client had, by ContactChanged.addressVersion; the address itself is not here.
create table address (
    client_id         uuid    not null,
    address_version   integer not null,
    confirmed_at      timestamptz,
    confirmed_how     text,
    suppressed_at     timestamptz,
    suppressed_reason text,
    primary key (client_id, address_version)
);

-- One row a client, locked first by whatever changes the client's consents or relies on them.
create table consent_ledger (
    client_id uuid primary key,
    -- counts the changes, PreferenceChanged.version
    version   bigint not null default 0
);

-- Every consent and stop as it was taken, for ever; the state follows from them.
create table consent_act (
    client_id          uuid        not null,
    act_id             uuid        not null,
    kind               text        not null check (kind in ('GIVEN', 'STOPPED')),
    purpose            text        not null,
    channel            text        not null default 'EMAIL',
    wording            text,
    language           text,
    how                text        not null,
    recorded_by        text        not null,
    risk_warning_shown boolean     not null,
    occurred_at        timestamptz not null,
    recorded_at        timestamptz not null,
    expires_at         timestamptz,
    primary key (client_id, purpose, kind, act_id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger consent_act_is_append_only before update or delete on consent_act
    for each row execute function refuse_change();
create trigger consent_act_is_never_emptied before truncate on consent_act
    for each statement execute function refuse_change();

-- The state that follows from the acts, for the last look.
create table consent (
    client_id  uuid        not null,
    purpose    text        not null,
    state      text        not null check (state in ('IN_FORCE', 'EXPIRED', 'WITHDRAWN', 'DEFICIENT')),
    how        text        not null,
    since      timestamptz not null,
    expires_at timestamptz,
    primary key (client_id, purpose)
);
create index consent_expiry on consent (expires_at) where state = 'IN_FORCE' and expires_at is not null;

-- Clients of whom some event of the intake topic was taken in: whatever was consented before it is known, too.
create table known_client (
    client_id uuid primary key
);

-- The latest state of each appointment.
create table appointment (
    appointment_id uuid primary key,
    client_id      uuid        not null,
    version        integer     not null,
    status         text        not null,
    starts_at      timestamptz not null,
    zone           text        not null,
    site_id        text        not null
);
