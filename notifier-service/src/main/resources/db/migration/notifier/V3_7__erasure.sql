-- Erasing, the proof of consents, consents to disclose.
-- The planner keeps common values of a column for itself, where no erasure would find them.
alter table contact alter column given_name set statistics 0, alter column email set statistics 0;
alter index contact_address alter column 1 set statistics 0;

-- The very words of each wording that consents name, so that a proof shows them. A wording never changes: other words
-- are another version.
create table consent_wording (
    wording  text        not null,
    language text        not null,
    words    text        not null check (length(words) between 1 and 20000),
    added_at timestamptz not null,
    primary key (wording, language)
);
create trigger consent_wording_is_append_only before update or delete on consent_wording
    for each row execute function refuse_change();
create trigger consent_wording_is_never_emptied before truncate on consent_wording
    for each statement execute function refuse_change();

-- Those of the public form, as intake-service shows them.
insert into consent_wording (wording, language, words, added_at) values
('web-form/1', 'EN', $$May we email you?
Email is not a secure way to talk: others with access to your mailbox or device, or along the way, could read it. Our emails are short and neutral. We only email you if you tick a box, and only if you write for yourself.
[ ] You may email me about this request
[ ] You may email me reminders of my appointments
You can stop this at any time, with the link in every email or by telling us.$$, clock_timestamp()),
('web-form/1', 'ES', $$¿Podemos escribirle por correo electrónico?
El correo electrónico no es un medio seguro: otras personas con acceso a su buzón o a su dispositivo, o en el camino, podrían leerlo. Nuestros correos son breves y neutros. Solo le escribimos si marca una casilla, y solo si escribe para usted.
[ ] Pueden escribirme por correo sobre esta solicitud
[ ] Pueden enviarme recordatorios de mis citas por correo
Puede cancelarlo en cualquier momento, con el enlace de cada correo o diciéndonoslo.$$, clock_timestamp());

-- Consents to disclose to somebody else (42 CFR 2.31): records of their own, apart from emailing preferences.
create table disclosure_consent (
    consent_id   uuid primary key,
    client_id    uuid        not null,
    -- who the client is, who may disclose, to whom, what, what for: free text, gone when the client is erased
    client_name  text,
    discloser    text,
    recipient    text,
    -- a code, by which the gate finds it
    recipient_id text        not null,
    what         text,
    scope        text[]      not null,
    purpose      text,
    right_to_revoke_told boolean not null,
    expires_at   timestamptz,
    -- or an event or condition, in words
    expires_on   text,
    signed_by    text,
    signed_at    timestamptz,
    recorded_by  text        not null,
    recorded_at  timestamptz not null
);
create index disclosure_consent_of_client on disclosure_consent (client_id);

-- A consent that ended: revoked by the client, or by the event or condition that it names. Append-only.
create table disclosure_consent_end (
    consent_id  uuid        not null references disclosure_consent,
    why         text        not null check (why in ('REVOKED', 'EVENT')),
    how         text        not null,
    recorded_by text        not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (consent_id, why)
);
create trigger disclosure_consent_end_is_append_only before update or delete on disclosure_consent_end
    for each row execute function refuse_change();

-- What was asked to be disclosed, and what came of it: an accounting of disclosures. Append-only.
create table disclosure (
    disclosure_id uuid primary key,
    client_id     uuid        not null,
    recipient_id  text        not null,
    scope         text        not null,
    consent_id    uuid,
    -- null: allowed
    refused       text,
    asked_by      text        not null,
    at            timestamptz not null,
    check ((consent_id is null) = (refused is not null))
);
create index disclosure_of_client on disclosure (client_id, at);
create trigger disclosure_is_append_only before update or delete on disclosure
    for each row execute function refuse_change();
alter table disclosure_consent
    alter column client_name set statistics 0, alter column discloser set statistics 0,
    alter column recipient set statistics 0, alter column what set statistics 0, alter column purpose set statistics 0,
    alter column expires_on set statistics 0, alter column signed_by set statistics 0;
