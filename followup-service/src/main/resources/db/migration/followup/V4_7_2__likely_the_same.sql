-- Finds who else has the same address or number, when staff look whether two are one person.
create index contact_email on contact (lower(email)) where email is not null;
create index contact_phone on contact (phone) where phone is not null;
alter index contact_email alter column 1 set statistics 0;
