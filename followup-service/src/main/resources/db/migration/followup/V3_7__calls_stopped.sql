-- why nobody is called any more, so that neither an edit nor a moved appointment plans calls to a wrong number anew
alter table enrolment add column calls_stopped text;
update enrolment e set calls_stopped = s.reason from due_step s
where s.enrolment_id = e.enrolment_id and s.state = 'DROPPED' and s.reason in ('wrong-number', 'left-message', 'no-answer');
