-- Facts waiting for Kafka. A row goes when the broker has acknowledged it.
create table outbox (
    id          bigint generated always as identity primary key,
    lane        smallint    not null,
    topic       text        not null,
    key         uuid        not null,
    event_id    uuid        not null,
    type        text        not null,
    occurred_at timestamptz not null,
    -- null: a tombstone
    payload     bytea,
    -- extra record headers, for dead letters
    headers     jsonb
);
create index outbox_lane on outbox (lane, id);

-- Facts this service has taken in; the same one is taken once.
create table inbox (
    event_id    uuid        not null,
    consumer    text        not null,
    received_at timestamptz not null,
    primary key (event_id, consumer)
);
create index inbox_age on inbox (received_at);
