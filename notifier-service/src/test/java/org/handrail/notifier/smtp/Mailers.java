package org.handrail.notifier.smtp;

import javax.net.ssl.SSLSocketFactory;
import org.handrail.notifier.dkim.DkimSigner;

/** Mailers for tests. */
public final class Mailers {

    public static final Sender SENDER = Sender.parse("Front Desk <frontdesk@example.org>", null, "bounces.example.org");

    private Mailers() {
    }

    public static AngusMailer to(String url) {
        return signing(url, DkimSigner.unsigned());
    }

    public static AngusMailer signing(String url, DkimSigner signer) {
        return new AngusMailer(SmtpServer.parse(url), SENDER, new MessageComposer(SENDER, signer),
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
}
