-- Mail templates as versions. The highest version of a key is in force; those that come with Handrail are written here
-- at start. Nothing is ever changed: a roll back is a new version with the same sources.
create table template_version (
    key          text        not null,
    version      integer     not null check (version > 0),
    -- {"en": {"discreet": "...", "detailed": null}, "es": ...}
    sources      jsonb       not null,
    published_at timestamptz not null,
    published_by text        not null,
    why          text        not null,
    -- the earlier version that this one brings back
    same_as      integer,
    -- came with Handrail, or brings such a one back
    shipped      boolean     not null,
    primary key (key, version)
);
create trigger template_version_is_append_only before update or delete on template_version
    for each row execute function refuse_change();
create trigger template_version_is_never_emptied before truncate on template_version
    for each statement execute function refuse_change();

-- What an editor is at work on: one a key. A revision is never used twice, so that a draft which was thrown away and
-- made anew is not taken for the one before.
create sequence template_draft_revision as integer;
create table template_draft (
    key       text        primary key,
    revision  integer     not null,
    -- 0: a new key
    based_on  integer     not null,
    sources   jsonb       not null,
    editor    text        not null,
    edited_at timestamptz not null
);

-- Which version a mail was made from; null before there were any.
alter table delivery add column template_version integer;
