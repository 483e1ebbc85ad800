package org.handrail.notifier.template.mustache;

import org.handrail.notifier.link.ClientLinks.StopAddresses;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.template.ReminderToRender;

/** Links of messages that are no client's: their page says that it was a test. */
record DeadLinks(String base) implements Links {

    @Override
    public StopAddresses stop(ReminderToRender reminder) {
        return new StopAddresses(to("s"), to("u"));
    }

    @Override
    public String preferences(ReminderToRender reminder) {
        return to("p");
    }

    @Override
    public String confirmAddress(ReminderToRender reminder) {
        return to("c");
    }

    @Override
    public String answer(ReminderToRender reminder) {
        return to("a");
    }

    private String to(String page) {
        return base + "/" + page + "/" + LinkTokens.TEST;
    }
}
