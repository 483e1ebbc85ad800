package org.handrail.notifier.newaddress.jdbc;

import java.net.URI;
import org.handrail.notifier.delivery.jdbc.AddressNotices;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.FixedLinkKeys;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.NewAddressLine;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.mustache.Renderings;
import org.handrail.notifier.testing.TestLedger;

/** Changes of address as the service has them, and the messages that they ask for. */
public final class TestWishes {

    private TestWishes() {
    }

    public static AddressWishes of(TestLedger ledger, NewAddressLine intake) {
        return new JdbcAddressWishes(new WishRows(ledger.jdbc), ledger.transaction, ledger.addresses, intake,
                new AddressNotices(ledger.jdbc), ledger.clock);
    }

    public static Rendering letters() {
        return Renderings.every(new ClientLinks(URI.create("https://m.example"), new LinkTokens(new FixedLinkKeys())),
                new ReturnPaths(new FixedLinkKeys()));
    }
}
