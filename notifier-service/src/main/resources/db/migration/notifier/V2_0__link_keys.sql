-- Secrets that the links in mails are sealed with. Old ones are kept: links outlive a key's turn.
create table link_key (
    id      smallint    primary key,
    secret  bytea       not null check (length(secret) = 32),
    made_at timestamptz not null
);
