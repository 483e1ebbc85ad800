-- A look at what is due goes on where the one before ended, among rows that are due at the same moment, too.
drop index delivery_due;
create index delivery_due on delivery (next_attempt_at, id) where state = 'QUEUED';
