package org.handrail.notifier.smtp;

import java.util.ArrayList;
import java.util.List;
import org.handrail.notifier.dkim.DkimSigner;
import org.handrail.notifier.template.Discretion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way out, from the settings. */
@Configuration(proxyBeanMethods = false)
public class SmtpConfiguration {

    @Bean
    Sender mailSender(
            @Value("${handrail.mail.from:Front Desk <frontdesk@example.org>}") String from,
            @Value("${handrail.mail.reply.to:}") String replyTo,
            @Value("${handrail.mail.return.path:}") String returnPath,
            Discretion discretion) {
        Sender sender = Sender.parse(from, replyTo, returnPath);
        discretion.requireAlways("HANDRAIL_MAIL_FROM", sender.name() + " " + sender.address());
        discretion.requireAlways("HANDRAIL_MAIL_REPLY_TO", replyTo);
        discretion.requireAlways("HANDRAIL_MAIL_RETURN_PATH", sender.returnPath());
        return sender;
    }

    @Bean
    MessageComposer messageComposer(Sender sender, DkimSigner signer) {
        return new MessageComposer(sender, signer);
    }

    @Bean(destroyMethod = "close")
    SmtpProviders smtpProviders(
            @Value("${handrail.smtp.url:smtp://localhost:2525}") String url,
            @Value("${handrail.smtp.url.2:}") String second,
            Sender sender, MessageComposer composer) {
        List<SmtpServer> servers = new ArrayList<>();
        servers.add(SmtpServer.parse("HANDRAIL_SMTP_URL", url));
        if (!second.isBlank()) {
            servers.add(SmtpServer.parse("HANDRAIL_SMTP_URL_2", second));
        }
        return new SmtpProviders(servers, sender, composer);
    }
}
