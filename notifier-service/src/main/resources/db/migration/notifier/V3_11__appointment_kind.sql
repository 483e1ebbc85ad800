-- For the detailed wording, which some clients choose; null: told before this was kept.
alter table appointment add column kind text;
