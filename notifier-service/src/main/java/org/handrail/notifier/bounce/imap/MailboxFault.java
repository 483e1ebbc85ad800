package org.handrail.notifier.bounce.imap;

import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What operators are told of a mailbox that can't be read: a code, never what the server said. */
final class MailboxFault {

    /** Those of causes, which go before a code that names the exception. */
    private static final Map<Class<? extends Exception>, String> CODES = Map.of(
            AuthenticationFailedException.class, "sign-in-refused",
            ConnectException.class, "connection-refused",
            UnknownHostException.class, "host-unknown");
    private static final int DEEPEST = 12;

    private MailboxFault() {
    }

    static String code(Exception fault) {
        String code = null;
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            // a certificate's fault lies below the one of the handshake
            code = cause instanceof CertificateException ? "certificate-not-trusted" : code == null ? own(cause) : code;
            cause = cause.getCause();
        }
        return code == null ? fault.getClass().getSimpleName() : code;
    }

    private static @Nullable String own(Throwable cause) {
        return cause instanceof SSLException ? "tls-failed"
                : String.valueOf(cause.getMessage()).startsWith("STARTTLS required") ? "tls-not-offered"
                : CODES.entrySet().stream().filter(each -> each.getKey().isInstance(cause)).map(Map.Entry::getValue)
                        .findFirst().orElse(null);
    }
}
