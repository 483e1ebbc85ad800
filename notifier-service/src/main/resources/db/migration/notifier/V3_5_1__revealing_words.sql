-- A provider's own words that mail must not show: every change as it was made, by whom and why, append-only.
create table revealing_word_change (
    revision bigint primary key,
    editor   text        not null,
    why      text        not null,
    at       timestamptz not null
);

-- What was added or taken off by a change; an entry is in force when its last one added it.
create table revealing_word (
    revision bigint  not null references revealing_word_change (revision),
    entry    text    not null,
    added    boolean not null,
    primary key (entry, revision)
);

create trigger revealing_word_change_is_append_only before update or delete on revealing_word_change
    for each row execute function refuse_change();
create trigger revealing_word_change_is_never_emptied before truncate on revealing_word_change
    for each statement execute function refuse_change();
create trigger revealing_word_is_append_only before update or delete on revealing_word
    for each row execute function refuse_change();
create trigger revealing_word_is_never_emptied before truncate on revealing_word
    for each statement execute function refuse_change();
