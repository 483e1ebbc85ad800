-- A consent to disclose goes together with what ended it: without its revocation it would be one again.
alter table disclosure_consent_end
    drop constraint disclosure_consent_end_consent_id_fkey,
    add constraint disclosure_consent_end_consent_id_fkey
        foreign key (consent_id) references disclosure_consent on delete cascade;
create index disclosure_of_consent on disclosure (consent_id) where consent_id is not null;
create index reply_age on reply using brin (received_at);
create index appointment_answer_age on appointment_answer using brin (answered_at);

-- The planner keeps common values of a column for itself, where no erasure would find them.
alter table reply alter column text set statistics 0;
alter table address_wish alter column email set statistics 0, alter column former_email set statistics 0;
alter index address_wish_to alter column 1 set statistics 0;
