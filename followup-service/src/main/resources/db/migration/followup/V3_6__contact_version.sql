-- Which version of the contact the zone is from: an older one that comes late changes nothing.
alter table client_case add column contact_version integer not null default 0;
