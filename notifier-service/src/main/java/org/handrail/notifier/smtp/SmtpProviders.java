package org.handrail.notifier.smtp;

import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.handrail.notifier.delivery.MailersInOrder;

/** One mailer a provider, each with connections, TLS and a sign-in of its own. */
final class SmtpProviders implements MailersInOrder, AutoCloseable {

    private final List<AngusMailer> mailers = new ArrayList<>();

    /** @param servers the preferred one first */
    SmtpProviders(List<SmtpServer> servers, Sender sender, MessageComposer composer) {
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        servers.forEach(server -> mailers.add(new AngusMailer(server, sender, composer, tls)));
    }

    @Override
    public List<AngusMailer> mailers() {
        return mailers;
    }

    @Override
    public void close() {
        mailers.forEach(AngusMailer::close);
    }
}
