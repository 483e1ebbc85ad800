-- The mails of a change of address are deliveries like all others: the ledger has their attempts and outcomes.
alter table address_wish drop column mail_claimed_at, drop column mail_outcome;

-- Whose mailbox an address is, by the same rule as contact.mailbox: many spellings of one are counted as one.
create function mailbox_of(email text) returns text language sql immutable strict parallel safe as $$
    select case when lower(email) similar to '%@(gmail|googlemail).com'
        then replace(regexp_replace(split_part(lower(email), '@', 1), '(.)\+.*$', '\1'), '.', '') || '@gmail.com'
        else regexp_replace(lower(email), '^([^@]+?)\+[^@]*@', '\1@') end
$$;
alter table address_wish add column mailbox text generated always as (mailbox_of(email)) stored;
alter table address_wish alter column mailbox set statistics 0;
drop index address_wish_to;
create index address_wish_to on address_wish (mailbox, asked_at);
