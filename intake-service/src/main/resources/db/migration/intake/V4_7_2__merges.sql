-- Who turned out to be somebody known already. The one that was merged is erased; this keeps the proof of its consents
-- findable from the person's own.
create table client_merge (
    duplicate_id uuid primary key references client,
    into_id      uuid        not null references client,
    merged_by    text        not null,
    merged_at    timestamptz not null
);
create index client_merge_into on client_merge (into_id);
