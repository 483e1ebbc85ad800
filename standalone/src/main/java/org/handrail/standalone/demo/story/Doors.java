package org.handrail.standalone.demo.story;

import java.util.function.BiConsumer;
import org.handrail.standalone.demo.door.FrontDesk;
import org.handrail.standalone.demo.door.MailReader;
import org.handrail.standalone.demo.door.Mailbox;
import org.handrail.standalone.demo.door.Partner;
import org.handrail.standalone.demo.door.PublicForm;
import org.handrail.standalone.demo.door.Telephones;
import org.handrail.standalone.demo.ledger.Ledgers;

/**
 * Everything through which the story reaches the product.
 *
 * @param refuseOnce makes the mail server refuse the next message to an address once, as told
 */
public record Doors(
        PublicForm form, Partner partner, Telephones telephones, FrontDesk desk, Mailbox mailbox, MailReader reader,
        Ledgers ledgers, BiConsumer<String, String> refuseOnce) {
}
