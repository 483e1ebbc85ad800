package org.handrail.notifier.smtp;

import javax.net.ssl.SSLSocketFactory;

/** Mailers for tests. */
public final class Mailers {

    public static final Sender SENDER = Sender.parse("Front Desk <frontdesk@example.org>", null, "bounces.example.org");

    private Mailers() {
    }

    public static AngusMailer to(String url) {
        return new AngusMailer(SmtpServer.parse(url), SENDER, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
}
