package org.handrail.notifier.newaddress;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.notifier.template.RenderedMail;

/** The two messages of a change of address. Neither names anybody, nor an address. */
public interface AddressMails {

    /** To the new one; without a way to the client's pages, for it may belong to anybody. */
    RenderedMail asking(AddressWish wish, String siteId, Instant now);

    /** To the one that held, which may be the only way in which its owner learns of somebody else's doing. */
    RenderedMail moved(UUID clientId, String formerEmail, Language language, String siteId, Instant now);
}
