package org.handrail.notifier.smtp;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed over: {@code smtp[s]://user:password@host:port?connections=8&tls=required&timeout=60&rate=0}.
 *
 * @param implicitTls smtps: TLS from the first byte (RFC 8314)
 * @param tls         of smtp, by STARTTLS (RFC 3207)
 * @param timeout     for each answer and each write; the answer to the end of the data gets twice as long
 * @param perSecond   messages a second at most; 0: no limit
 */
public record SmtpServer(
        String host, int port, boolean implicitTls, Tls tls, @Nullable String user, @Nullable String password,
        int connections, Duration timeout, int perSecond) {

    /** What STARTTLS must give us. */
    public enum Tls {
        /** Encrypted, and the server has proved that it is who we mean; or nothing is sent. */
        REQUIRED,
        /** Encrypted when offered, whoever it is that answers. */
        OPPORTUNISTIC,
        NONE
    }

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    public static SmtpServer parse(String url) {
        return parse("HANDRAIL_SMTP_URL", url);
    }

    /**
     * @param setting what it is the value of
     * @throws IllegalArgumentException saying what is wrong, never with the password
     */
    public static SmtpServer parse(String setting, String url) {
        try {
            return read(url);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(setting + " " + wrong.getMessage());
        }
    }

    private static SmtpServer read(String url) {
        URI uri = uri(url);
        boolean implicit = "smtps".equalsIgnoreCase(uri.getScheme());
        if (!implicit && !"smtp".equalsIgnoreCase(uri.getScheme())) {
            throw wrong("must begin with smtp:// or smtps://");
        }
        if (uri.getHost() == null) {
            throw wrong("must name a host of letters, digits, dots and hyphens");
        }
        Map<String, String> query = query(uri.getRawQuery());
        String @Nullable [] account = account(uri.getRawUserInfo());
        SmtpServer server = new SmtpServer(
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : implicit ? 465 : 25,
                implicit,
                tls(query.remove("tls"), uri.getHost(), implicit),
                account == null ? null : account[0],
                account == null ? null : account[1],
                number(query.remove("connections"), "connections", 8, 1, 200),
                Duration.ofSeconds(number(query.remove("timeout"), "timeout", 60, 1, 600)),
                number(query.remove("rate"), "rate", 0, 0, 9999));
        if (!query.isEmpty()) {
            throw wrong("knows connections, tls, timeout and rate after the ?, but not " + query.keySet());
        }
        if (server.user() != null && server.tls() != Tls.REQUIRED && !isLoopback(server.host())) {
            throw wrong("must not give a password away: with one, TLS can't be optional outside this machine");
        }
        return server;
    }

    /** Without the account. */
    @Override
    public String toString() {
        return (implicitTls ? "smtps://" : "smtp://") + host + ":" + port;
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw wrong("is not a URL; write signs such as @ / % in a password as %40 %2F %25");
        }
    }

    private static String @Nullable [] account(@Nullable String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        if (colon < 1) {
            throw wrong("must give a user and a password, user:password@host");
        }
        return new String[] {decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1))};
    }

    private static Tls tls(@Nullable String asked, String host, boolean implicit) {
        if (asked == null) {
            return !implicit && isLoopback(host) ? Tls.NONE : Tls.REQUIRED;
        }
        Tls tls = switch (asked) {
            case "required" -> Tls.REQUIRED;
            case "opportunistic" -> Tls.OPPORTUNISTIC;
            case "none" -> Tls.NONE;
            default -> throw wrong("knows tls=required, tls=opportunistic and tls=none");
        };
        if (implicit && tls != Tls.REQUIRED) {
            throw wrong("can't do without TLS when it begins with smtps://");
        }
        return tls;
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
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
        return new IllegalArgumentException(what);
    }
}
