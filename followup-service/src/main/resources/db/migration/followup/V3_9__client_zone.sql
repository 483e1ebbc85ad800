-- The zone of whose enrolment it is, as their contact gives it; null if unknown. A copy of client_case.zone, written
-- with it: an edit's preview looks at a million enrolments, and asking for the zone beside each took a quarter of that.
alter table enrolment add column client_zone text;
update enrolment e set client_zone = p.zone from client_case p where p.client_id = e.client_id and p.zone is not null;
