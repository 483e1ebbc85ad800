package org.handrail.notifier.contact.camel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.messaging.Received;
import org.handrail.notifier.contact.Contacts;
import org.handrail.notifier.camel.Facts;

/** The steps of the contacts route. A tombstone undoes what came before it and nothing that came after. */
public final class FollowingContacts {

    private final Contacts contacts;

    public FollowingContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    public void forgetErased(List<Received> facts) {
        contacts.forget(facts.stream().filter(Received::isTombstone).map(Received::clientId).distinct().toList());
    }

    public void keepDetails(List<Received> facts) {
        Map<UUID, Integer> erased = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).isTombstone()) {
                erased.put(facts.get(i).clientId(), i);
            }
        }
        List<Received> lasting = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            if (i > erased.getOrDefault(facts.get(i).clientId(), -1)) {
                lasting.add(facts.get(i));
            }
        }
        contacts.keep(Facts.of(lasting, ContactChanged.class));
    }
}
