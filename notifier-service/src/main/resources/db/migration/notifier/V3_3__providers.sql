-- Staff asked for a reminder to be sent again of which nobody knew whether it went.
create table resend (
    resend_id   uuid primary key,
    delivery_id uuid        not null,
    -- a staff account's id
    asked_by    text        not null,
    asked_at    timestamptz not null,
    -- it was unknown still, and was queued again
    queued      boolean     not null default false
);
create index resend_of_delivery on resend (delivery_id);
