-- Old days are forgotten by range alone, and new ones come in order: a summary of blocks finds them, and costs next to
-- nothing when a day is noted.
drop index mail_day_age;
create index mail_day_age on mail_day using brin (day) with (pages_per_range = 16, autosummarize = on);
