package org.handrail.notifier.template.mustache;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.ClientLinks.StopAddresses;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.newaddress.AddressMails;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;

/** Messages of a change of address, from files that nobody edits. Making one looks through them as at templates. */
final class AddressLetters implements Rendering {

    private final Map<Language, MailTemplate> asking = new EnumMap<>(Language.class);
    private final Map<Language, MailTemplate> moved = new EnumMap<>(Language.class);
    private final Map<Language, Letterhead> letterheads = new EnumMap<>(Language.class);
    private final Discretion discretion;
    private final ClientLinks links;
    private final ReturnPaths returnPaths;

    AddressLetters(Discretion discretion, ClientLinks links, ReturnPaths returnPaths) {
        this.discretion = discretion;
        this.links = links;
        this.returnPaths = returnPaths;
        for (Language language : Language.values()) {
            letterheads.put(language, new Letterhead(language, "foot.address.mail"));
            asking.put(language, read(language, "address-asking"));
            moved.put(language, read(language, "address-moved"));
        }
    }

    /** Whether that template is one of these. */
    static boolean has(String template) {
        return template.equals(AddressMails.ASKING) || template.equals(AddressMails.MOVED);
    }

    /** Neither names anybody, nor an address; the one to the new address has no way to the client's pages. */
    @Override
    public RenderedMail render(ReminderToRender mail) {
        Instant now = mail.now();
        if (mail.template().equals(AddressMails.MOVED)) {
            return write(mail, moved, links.stop(mail.clientId(), Purpose.RECEIPTS, mail.language(), now));
        }
        // the delivery has the wish's id; whether it can be answered still is for the page to find out
        String page = links.newAddress(
                mail.clientId(), mail.deliveryId(), mail.language(), now.plus(AddressWishes.LIFE), now);
        return write(mail, asking, new StopAddresses(page, page));
    }

    private RenderedMail write(ReminderToRender mail, Map<Language, MailTemplate> templates, StopAddresses stop) {
        Language language = mail.language();
        Letter letter = letterheads.get(language).write(templates.get(language), values(mail, stop.page()));
        if (discretion.settingsReveal() || reveals(letter, stop.page())) {
            throw new TemplateFault("revealing-word");
        }
        return new RenderedMail(mail.deliveryId(), mail.recipient(),
                returnPaths.tokenFor(mail.deliveryId(), mail.now()), language.tag(), letter.subject(), letter.text(),
                letter.html(), stop.oneClick(), mail.now());
    }

    /** The token is left out: random letters may spell anything. */
    private boolean reveals(Letter letter, String page) {
        return discretion.reveals(letter.subject()) || discretion.reveals(letter.preheader())
                || discretion.reveals(letter.text().replace(page, ""))
                || discretion.reveals(letter.html().replace(page, ""));
    }

    private MailTemplate read(Language language, String name) {
        String file = "mail/" + language.tag() + "/" + name + ".mail";
        MailTemplate template = MailTemplate.parse(file, TemplateFiles.read(file));
        Letter sample = letterheads.get(language).write(template, SampleValues.unnamed());
        discretion.require(file + " (subject)", sample.subject());
        discretion.require(file + " (preheader)", sample.preheader());
        discretion.require(file + " (text)", sample.text());
        return template;
    }

    private static Map<String, String> values(ReminderToRender mail, String page) {
        return Map.of(Placeholder.SITE_NAME.key(), mail.siteName(), Placeholder.SITE_PHONE.key(), mail.sitePhone(),
                Placeholder.CONFIRM_URL.key(), page, Placeholder.STOP_URL.key(), page);
    }
}
