-- An appointment goes with everything that was told of it: half a history would tell of another appointment.
alter table appointment_change
    drop constraint appointment_change_appointment_id_fkey,
    add constraint appointment_change_appointment_id_fkey
        foreign key (appointment_id) references appointment on delete cascade;
