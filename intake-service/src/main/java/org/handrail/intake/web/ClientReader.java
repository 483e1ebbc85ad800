package org.handrail.intake.web;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.intake.client.ClientNamed;
import org.handrail.intake.client.ContactUpdate;
import org.handrail.intake.client.ContactUpdate.Detail;
import org.handrail.intake.client.EmailAddress;
import org.handrail.intake.client.PhoneNumbers;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;

/** Reads clients and their details out of bodies and forms. */
public final class ClientReader {

    private static final int LONGEST_NAME = 100;

    private final PhoneNumbers phones;
    private final Sites sites;
    private final boolean internationalEmail;

    /** @param internationalEmail whether an address may have characters beyond ASCII before the @ */
    public ClientReader(PhoneNumbers phones, Sites sites, boolean internationalEmail) {
        this.phones = phones;
        this.sites = sites;
        this.internationalEmail = internationalEmail;
    }

    /** @return null when something is wrong with it, which the reader then knows */
    public @Nullable ClientNamed named(FieldReader fields, String at, @Nullable ClientBody body) {
        if (fields.required(at, body) == null || body == null) {
            return null;
        }
        UUID id = fields.uuid(at + "/id", body.id());
        String reference = fields.code(at + "/reference", body.reference());
        ContactUpdate details = details(fields, at, body);
        if (body.id() == null && body.reference() == null) {
            fields.fault(at, "must have an id or a reference");
        } else if (body.reference() == null && !details.equals(ContactUpdate.NONE)) {
            fields.fault(at, "must have a reference of the source's own if it is to take details");
        }
        return id == null && reference == null ? null : new ClientNamed(id, reference, details);
    }

    public ContactUpdate details(FieldReader fields, String at, ClientBody body) {
        return new ContactUpdate(
                fields.line(at + "/givenName", body.givenName(), LONGEST_NAME),
                fields.line(at + "/familyName", body.familyName(), LONGEST_NAME),
                email(fields, at + "/email", body.email()),
                fields.detail(at + "/phone", body.phone(), phones::read),
                fields.oneOf(at + "/language", body.language(), Language.class),
                body.zone() == null || body.zone().isEmpty() ? null : fields.zone(at + "/zone", body.zone()),
                site(fields, at + "/site", body.site()),
                cleared(body));
    }

    public @Nullable EmailAddress email(FieldReader fields, String at, @Nullable String email) {
        return fields.detail(at, email, text -> EmailAddress.read(text, internationalEmail));
    }

    public @Nullable String site(FieldReader fields, String at, @Nullable String site) {
        if (site != null && sites.find(site).isEmpty()) {
            fields.fault(at, "is not a configured site");
            return null;
        }
        return site;
    }

    private static Set<Detail> cleared(ClientBody body) {
        Set<Detail> cleared = EnumSet.noneOf(Detail.class);
        clear(cleared, Detail.GIVEN_NAME, body.givenName());
        clear(cleared, Detail.FAMILY_NAME, body.familyName());
        clear(cleared, Detail.EMAIL, body.email());
        clear(cleared, Detail.PHONE, body.phone());
        clear(cleared, Detail.ZONE, body.zone());
        return cleared;
    }

    private static void clear(Set<Detail> cleared, Detail detail, @Nullable String value) {
        if (value != null && value.isBlank()) {
            cleared.add(detail);
        }
    }
}
