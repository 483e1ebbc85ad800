-- Whose mailbox an address is, for counting receipts alone: case, tags after a plus sign and, at Gmail, dots make no
-- other mailbox. Domains come as lower-case A-labels. Where a provider means two people by it, they share the count.
alter table contact add column mailbox text generated always as (
    case when lower(email) similar to '%@(gmail|googlemail).com'
        then replace(regexp_replace(split_part(lower(email), '@', 1), '(.)\+.*$', '\1'), '.', '') || '@gmail.com'
        else regexp_replace(lower(email), '^([^@]+?)\+[^@]*@', '\1@') end) stored;
alter table contact alter column mailbox set statistics 0;
create index contact_mailbox on contact (mailbox) where mailbox is not null;
