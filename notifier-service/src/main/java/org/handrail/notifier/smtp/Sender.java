package org.handrail.notifier.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who mail comes from, the same for all of it.
 *
 * @param from       a header's value, encoded and folded
 * @param name       as a reader sees it; empty if none
 * @param address    the From address
 * @param replyTo    a header's value, encoded and folded; null: answers go to From
 * @param returnPath {@code bounces.example.org}, or {@code bounces@example.org} for {@code bounces+token@example.org}
 */
public record Sender(String from, String name, String address, @Nullable String replyTo, String returnPath) {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");
    /** The rest of the 64 octets of a local part is the token's: 1 + 52. */
    private static final Pattern MAILBOX = Pattern.compile("[A-Za-z0-9._-]{1,11}@" + DOMAIN.pattern());

    /** @param returnPath null or empty: the domain of the From address */
    public static Sender parse(String from, @Nullable String replyTo, @Nullable String returnPath) {
        InternetAddress sender = address("HANDRAIL_MAIL_FROM", from);
        String domain = domainOf(sender.getAddress());
        String path = returnPath == null || returnPath.isBlank() ? domain : returnPath.strip();
        if (!DOMAIN.matcher(path).matches() && !MAILBOX.matcher(path).matches()) {
            throw new IllegalArgumentException("HANDRAIL_MAIL_RETURN_PATH must be a domain, or an address with at"
                    + " most 11 characters before the @");
        }
        return new Sender(
                header("From", sender),
                sender.getPersonal() == null ? "" : sender.getPersonal(),
                sender.getAddress(),
                replyTo == null || replyTo.isBlank() ? null
                        : header("Reply-To", address("HANDRAIL_MAIL_REPLY_TO", replyTo)),
                path);
    }

    /** The envelope's return path for one message. */
    String returnPathFor(String token) {
        int at = returnPath.indexOf('@');
        return at < 0 ? token + "@" + returnPath
                : returnPath.substring(0, at) + "+" + token + returnPath.substring(at);
    }

    public String domain() {
        return domainOf(address);
    }

    /** How we introduce ourselves: never this machine's name, which would show in the trace of every message. */
    String greetingName() {
        return returnPath.substring(returnPath.indexOf('@') + 1);
    }

    private static String header(String name, InternetAddress mailbox) {
        return HeaderText.mailbox(name, mailbox.getPersonal() == null ? "" : mailbox.getPersonal(), mailbox.getAddress());
    }

    private static InternetAddress address(String setting, String text) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(text, true);
            if (addresses.length == 1 && !addresses[0].isGroup()
                    && DOMAIN.matcher(domainOf(addresses[0].getAddress())).matches()
                    && text.chars().noneMatch(Character::isISOControl)) {
                addresses[0].validate();
                return addresses[0];
            }
        } catch (AddressException e) {
            // said below
        }
        throw new IllegalArgumentException(setting + " must be one address, such as"
                + " Front Desk <frontdesk@example.org>");
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
