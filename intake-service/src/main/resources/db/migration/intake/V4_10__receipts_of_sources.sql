-- Receipts that forms from one network address asked for within a day. The address is kept as a keyed digest alone, and no
-- longer than that.
create table receipt_of_source (
    source   text        not null,
    asked_at timestamptz not null
);
create index receipt_of_source_lately on receipt_of_source (source, asked_at);
create index receipt_of_source_age on receipt_of_source (asked_at);
