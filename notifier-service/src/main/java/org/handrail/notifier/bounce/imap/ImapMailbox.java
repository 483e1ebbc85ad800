package org.handrail.notifier.bounce.imap;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where bounces and answers arrive: {@code imap[s]://user:password@host:port/FOLDER?tls=required&poll=30&keep=30}.
 *
 * @param implicitTls imaps: TLS from the first byte (RFC 8314)
 * @param tls         of imap, by STARTTLS
 * @param poll        how long a look may lie back, and how long one waits for news
 * @param keep        how long messages that were taken stay in the mailbox's other folders
 */
public record ImapMailbox(String host, int port, boolean implicitTls, Tls tls, String user, String password,
        String folder, Duration poll, Duration keep) {

    /** What STARTTLS must give us, as for SMTP. */
    public enum Tls { REQUIRED, OPPORTUNISTIC, NONE }

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** @throws IllegalArgumentException saying what is wrong, never with the password */
    public static ImapMailbox parse(String url) {
        URI uri = uri(url);
        boolean implicit = "imaps".equalsIgnoreCase(uri.getScheme());
        if (!implicit && !"imap".equalsIgnoreCase(uri.getScheme())) {
            throw wrong("must begin with imap:// or imaps://");
        }
        String account = uri.getRawUserInfo();
        int colon = account == null ? -1 : account.indexOf(':');
        if (uri.getHost() == null || account == null || colon < 1) {
            throw wrong("must name a user, a password and a host: imaps://user:password@host");
        }
        Map<String, String> query = query(uri.getRawQuery());
        String folder = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        ImapMailbox mailbox = new ImapMailbox(uri.getHost(), uri.getPort() > 0 ? uri.getPort() : implicit ? 993 : 143,
                implicit, tls(query.remove("tls"), uri.getHost(), implicit),
                decode(account.substring(0, colon)), decode(account.substring(colon + 1)),
                folder.isEmpty() ? "INBOX" : folder,
                Duration.ofSeconds(number(query.remove("poll"), "poll", 30, 1, 3600)),
                Duration.ofDays(number(query.remove("keep"), "keep", 30, 0, 3650)));
        if (!query.isEmpty()) {
            throw wrong("knows tls, poll and keep after the ?, but not " + query.keySet());
        }
        return mailbox;
    }

    /** Without the account. */
    @Override
    public String toString() {
        return protocol() + "://" + host + ":" + port + "/" + folder;
    }

    String protocol() {
        return implicitTls ? "imaps" : "imap";
    }

    Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        properties.put(prefix + "connectiontimeout", "15000");
        properties.put(prefix + "timeout", Long.toString(PATIENCE.toMillis()));
        properties.put(prefix + "writetimeout", Long.toString(PATIENCE.toMillis()));
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "fetchsize", Integer.toString(64 * 1024));
        properties.put(prefix + "ssl.checkserveridentity", Boolean.toString(tls == Tls.REQUIRED));
        if (!implicitTls) {
            properties.put(prefix + "starttls.enable", Boolean.toString(tls != Tls.NONE));
            properties.put(prefix + "starttls.required", Boolean.toString(tls == Tls.REQUIRED));
            if (tls == Tls.OPPORTUNISTIC) {
                properties.put(prefix + "ssl.trust", "*");
            }
        }
        return properties;
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw wrong("is not a URL; write signs such as @ / % in a password as %40 %2F %25");
        }
    }

    private static Tls tls(@Nullable String asked, String host, boolean implicit) {
        if (asked == null) {
            return !implicit && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches() ? Tls.NONE : Tls.REQUIRED;
        }
        Tls tls = switch (asked) {
            case "required" -> Tls.REQUIRED;
            case "opportunistic" -> Tls.OPPORTUNISTIC;
            case "none" -> Tls.NONE;
            default -> throw wrong("knows tls=required, tls=opportunistic and tls=none");
        };
        if (implicit && tls != Tls.REQUIRED) {
            throw wrong("can't do without TLS when it begins with imaps://");
        }
        return tls;
    }

    private static Map<String, String> query(@Nullable String query) {
        Map<String, String> found = new HashMap<>();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                found.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return found;
    }

    private static int number(@Nullable String text, String name, int otherwise, int least, int most) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw wrong("must have " + name + " from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("HANDRAIL_BOUNCE_IMAP_URL " + what);
    }
}
