-- The planner keeps common values of a column for itself, where no erasure would find them.
alter table client
    alter column given_name set statistics 0,
    alter column family_name set statistics 0,
    alter column email set statistics 0,
    alter column phone set statistics 0,
    alter column messages set statistics 0;
alter index client_email alter column 1 set statistics 0;
alter table client_reference alter column reference set statistics 0;
alter table appointment alter column reference set statistics 0;
alter table stay alter column reference set statistics 0;
alter table answered_request alter column key set statistics 0, alter column body set statistics 0;
