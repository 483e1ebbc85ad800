package org.handrail.intake.inquiry.web;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.ContactMeans;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.InquiryReceived.Relationship;
import org.handrail.intake.client.ContactUpdate;
import org.handrail.intake.client.EmailAddress;
import org.handrail.intake.client.InvalidDetailException;
import org.handrail.intake.client.PhoneNumber;
import org.handrail.intake.client.PhoneNumbers;
import org.handrail.intake.consent.ConsentTaken;
import org.handrail.intake.inquiry.NewInquiry;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;

/** Reads what somebody typed. Asks for as little as it takes to answer them: a number or an address that works. */
public final class FormReader {

    /** The texts of the form; a change of theirs is a new version, here and in the messages. */
    static final String WORDING = "web-form/1";

    private static final int LONGEST_NAME = 100;

    private final PhoneNumbers phones;
    private final Sites sites;
    private final boolean internationalEmail;

    public FormReader(PhoneNumbers phones, Sites sites, boolean internationalEmail) {
        this.phones = phones;
        this.sites = sites;
        this.internationalEmail = internationalEmail;
    }

    /**
     * @param inquiry null when something is to be corrected
     * @param errors  message keys by field
     */
    record Read(@Nullable NewInquiry inquiry, Map<String, String> errors) {
    }

    Read read(FormValues form, Language language, Instant now) {
        Map<String, String> errors = new LinkedHashMap<>();
        String givenName = name(form, "givenName", errors);
        String familyName = name(form, "familyName", errors);
        PhoneNumber phone = phone(form, errors);
        EmailAddress email = email(form, errors);
        Relationship relationship = relationship(form, errors);
        ContactMeans preferred = preferred(form, phone, email);
        String message = message(form, errors);
        Set<Purpose> purposes = purposes(form);
        if (form.get("phone").isBlank() && form.get("email").isBlank()) {
            errors.put("phone", "error.contact");
        } else if (preferred == ContactMeans.EMAIL && form.get("email").isBlank()) {
            errors.put("email", "error.email.preferred");
        } else if (preferred == ContactMeans.PHONE && form.get("phone").isBlank()) {
            errors.put("phone", "error.phone.preferred");
        }
        if (!purposes.isEmpty() && form.get("email").isBlank()) {
            errors.putIfAbsent("email", "error.email.consent");
        }
        if (!errors.isEmpty()) {
            return new Read(null, errors);
        }
        String site = sites.find(form.get("site")).orElseGet(sites::defaultSite).id();
        ContactUpdate details = new ContactUpdate(
                givenName, familyName, email, phone, language, null, site, Set.of());
        ConsentTaken consent = purposes.isEmpty() ? null : new ConsentTaken(UUID.randomUUID(), purposes, WORDING,
                language, HowGiven.WEB_FORM, true, now, null, null, false);
        return new Read(new NewInquiry(details, Objects.requireNonNull(relationship), preferred, message, site,
                consent, suspicious(form, now), now), errors);
    }

    private static boolean suspicious(FormValues form, Instant now) {
        boolean honeypot = !form.get("website").isEmpty();
        return honeypot || FormToken.read(form.get("token")).map(token -> token.tooQuick(now)).orElse(true);
    }

    /** The first box covers the receipt, too: it is an answer to this request. */
    private static Set<Purpose> purposes(FormValues form) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        if (form.ticked("emailRequest")) {
            purposes.add(Purpose.RECEIPTS);
            purposes.add(Purpose.FOLLOW_UP);
        }
        if (form.ticked("emailReminders")) {
            purposes.add(Purpose.APPOINTMENT_REMINDERS);
        }
        return purposes;
    }

    private static @Nullable String name(FormValues form, String field, Map<String, String> errors) {
        String name = form.get(field).strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors.put(field, "error.name");
        }
        return name.isEmpty() ? null : name;
    }

    private @Nullable PhoneNumber phone(FormValues form, Map<String, String> errors) {
        if (form.get("phone").isBlank()) {
            return null;
        }
        try {
            return phones.read(form.get("phone").strip());
        } catch (InvalidDetailException e) {
            errors.put("phone", "error.phone");
            return null;
        }
    }

    private @Nullable EmailAddress email(FormValues form, Map<String, String> errors) {
        if (form.get("email").isBlank()) {
            return null;
        }
        try {
            return EmailAddress.read(form.get("email"), internationalEmail);
        } catch (InvalidDetailException e) {
            errors.put("email", "error.email");
            return null;
        }
    }

    private static @Nullable Relationship relationship(FormValues form, Map<String, String> errors) {
        switch (form.get("relationship")) {
            case "self":
                return Relationship.SELF;
            case "relative":
                return Relationship.RELATIVE;
            case "professional":
                return Relationship.PROFESSIONAL;
            case "other":
                return Relationship.OTHER;
            default:
                errors.put("relationship", "error.relationship");
                return null;
        }
    }

    private static ContactMeans preferred(
            FormValues form, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return switch (form.get("preferredContact")) {
            case "email" -> ContactMeans.EMAIL;
            case "phone" -> ContactMeans.PHONE;
            default -> phone == null && email != null ? ContactMeans.EMAIL : ContactMeans.PHONE;
        };
    }

    private static @Nullable String message(FormValues form, Map<String, String> errors) {
        String text = form.get("message").replace("\r\n", "\n").replace('\r', '\n').codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().strip();
        if (text.length() > InquiriesController.LONGEST_MESSAGE) {
            errors.put("message", "error.message");
        }
        return text.isEmpty() ? null : text;
    }
}
