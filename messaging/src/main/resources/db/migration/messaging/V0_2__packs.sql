-- Many facts for one topic that one transaction leaves share a row: payload is then a pack of so many, see Pack. It is
-- kept as it is: Kafka compresses it, once.
alter table outbox add column facts integer not null default 1 check (facts > 0);
alter table outbox alter column payload set storage external;
