-- Test mails that editors sent, so that they are limited and known. The address is not kept: only where it is.
create table template_test_mail (
    id        uuid        primary key,
    key       text        not null,
    revision  integer     not null,
    person    text        not null,
    language  text        not null,
    wording   text        not null,
    editor    text        not null,
    to_domain text        not null,
    asked_at  timestamptz not null,
    -- a code; null while it is on its way, or when the process died meanwhile
    outcome   text
);
create index template_test_mail_of_editor on template_test_mail (editor, asked_at);
create index template_test_mail_of_key on template_test_mail (key, asked_at);
