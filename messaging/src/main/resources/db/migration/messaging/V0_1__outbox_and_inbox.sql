-- Facts waiting for Kafka, in the order in which they are to be published. A row goes when the broker has
-- acknowledged it.
create table outbox (
    id          bigint generated always as identity primary key,
    topic       text        not null,
    key         text,
    event_id    uuid        not null,
    type        text        not null,
    occurred_at timestamptz not null,
    -- null: a tombstone
    payload     bytea,
    -- record headers as they are, for dead letters; null for facts, whose headers follow from the columns
    headers     jsonb
);

-- Facts this service has taken in; a consumer takes the same one once.
create table inbox (
    event_id    uuid        not null,
    consumer    text        not null,
    received_at timestamptz not null,
    primary key (event_id, consumer)
);
create index inbox_age on inbox (received_at);
