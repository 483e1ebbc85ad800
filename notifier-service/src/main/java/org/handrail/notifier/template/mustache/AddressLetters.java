package org.handrail.notifier.template.mustache;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.ClientLinks.StopAddresses;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.newaddress.AddressMails;
import org.handrail.notifier.newaddress.AddressWish;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering.TemplateFault;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;

/** Messages of a change of address, from files that nobody edits. Making one looks through them as at templates. */
final class AddressLetters implements AddressMails {

    private final Map<Language, MailTemplate> asking = new EnumMap<>(Language.class);
    private final Map<Language, MailTemplate> moved = new EnumMap<>(Language.class);
    private final Map<Language, Letterhead> letterheads = new EnumMap<>(Language.class);
    private final Discretion discretion;
    private final ClientLinks links;
    private final ReturnPaths returnPaths;
    private final Sites sites;

    AddressLetters(Discretion discretion, ClientLinks links, ReturnPaths returnPaths, Sites sites) {
        this.discretion = discretion;
        this.links = links;
        this.returnPaths = returnPaths;
        this.sites = sites;
        for (Language language : Language.values()) {
            letterheads.put(language, new Letterhead(language, "foot.address.mail"));
            asking.put(language, read(language, "address-asking"));
            moved.put(language, read(language, "address-moved"));
        }
    }

    @Override
    public RenderedMail asking(AddressWish wish, String siteId, Instant now) {
        String page = links.newAddress(wish.clientId(), wish.id(), wish.language(), wish.expiresAt(), now);
        return mail(wish.id(), wish.email(), wish.language(), asking, sites.orDefault(siteId),
                new StopAddresses(page, page), now);
    }

    @Override
    public RenderedMail moved(UUID clientId, String formerEmail, Language language, String siteId, Instant now) {
        return mail(UUID.randomUUID(), formerEmail, language, moved, sites.orDefault(siteId),
                links.stop(clientId, Purpose.RECEIPTS, language, now), now);
    }

    private RenderedMail mail(UUID id, String recipient, Language language, Map<Language, MailTemplate> templates,
            Site site, StopAddresses stop, Instant now) {
        Letter letter = letterheads.get(language).write(templates.get(language), values(site, stop.page()));
        if (discretion.settingsReveal() || reveals(letter, stop.page())) {
            throw new TemplateFault("revealing-word");
        }
        return new RenderedMail(id, recipient, returnPaths.tokenFor(id, now), language.tag(), letter.subject(),
                letter.text(), letter.html(), stop.oneClick(), now);
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

    private static Map<String, String> values(Site site, String page) {
        return Map.of(Placeholder.SITE_NAME.key(), site.name(), Placeholder.SITE_PHONE.key(), site.phone(),
                Placeholder.CONFIRM_URL.key(), page, Placeholder.STOP_URL.key(), page);
    }
}
