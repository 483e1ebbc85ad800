-- Old ones are found by the order in which they came.
create index inquiry_age on inquiry using brin (received_at);
create index call_age on call using brin (ended_at);
