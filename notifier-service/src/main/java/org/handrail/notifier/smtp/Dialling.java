package org.handrail.notifier.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.delivery.Trouble;
import org.jspecify.annotations.Nullable;

/** Opens connections: TCP, TLS, greeting, sign-in. Thread-safe. */
final class Dialling {

    private static final Duration CONNECT = Duration.ofSeconds(15);

    private final SmtpServer server;
    private final SSLSocketFactory tls;
    private final Session session;
    private final URLName url;
    private final StallWatch watch;

    Dialling(SmtpServer server, String greetingName, SSLSocketFactory tls, StallWatch watch) {
        this.server = server;
        this.tls = tls;
        this.watch = watch;
        this.session = Session.getInstance(properties(greetingName));
        this.url = new URLName("smtp", server.host(), server.port(), null, server.user(), server.password());
    }

    Conversation open() throws NoConnection {
        KeptSocket socket = connect();
        watch.add(socket);
        socket.giveUpAt(System.nanoTime() + server.timeout().toNanos());
        Conversation conversation = null;
        try {
            Socket spoken = server.implicitTls() ? secure(socket) : socket;
            conversation = new Conversation(session, url, socket, server.timeout(), server.implicitTls());
            conversation.connect(spoken);
            socket.giveUpAt(Long.MAX_VALUE);
            return conversation;
        } catch (MessagingException | IOException | RuntimeException e) {
            socket.closeQuietly();
            throw new NoConnection(why(e, socket, conversation));
        }
    }

    private KeptSocket connect() throws NoConnection {
        try {
            for (InetAddress address : InetAddress.getAllByName(server.host())) {
                KeptSocket socket = new KeptSocket();
                try {
                    socket.setTcpNoDelay(true);
                    socket.connect(new InetSocketAddress(named(address), server.port()), (int) CONNECT.toMillis());
                    socket.setSoTimeout((int) server.timeout().multipliedBy(2).plusSeconds(5).toMillis());
                    return socket;
                } catch (IOException e) {
                    socket.closeQuietly();
                }
            }
        } catch (IOException unknownHost) {
            throw new NoConnection(new SendOutcome.TryLater("unknown-host"));
        }
        throw new NoConnection(new SendOutcome.TryLater("no-connection"));
    }

    /** Angus checks a certificate against the name of the socket's address: the one we mean, not what DNS says. */
    private InetAddress named(InetAddress address) throws IOException {
        return InetAddress.getByAddress(server.host(), address.getAddress());
    }

    private SSLSocket secure(KeptSocket socket) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private SendOutcome why(Exception fault, KeptSocket socket, @Nullable Conversation conversation) {
        if (socket.isStalled()) {
            return new SendOutcome.TryLater("timeout");
        }
        boolean securing = conversation == null || conversation.tlsFailed();
        if (securing && isRefusedTls(fault)) {
            return new SendOutcome.Refused("tls", false, true);
        }
        if (conversation == null) {
            return new SendOutcome.TryLater("lost");
        }
        return answered(fault, conversation);
    }

    private SendOutcome answered(Exception fault, Conversation conversation) {
        Reply reply;
        try {
            reply = Reply.parse(conversation.getLastServerResponse());
        } catch (IOException | RuntimeException noAnswer) {
            return new SendOutcome.TryLater("lost");
        }
        if (fault instanceof AuthenticationFailedException) {
            return reply.isTransient() ? away(reply.shortest())
                    : new SendOutcome.Refused(reply.isPermanent() ? reply.shortest() : "no-mechanism", false, true);
        }
        if (server.tls() == SmtpServer.Tls.REQUIRED && reply.isPositive() && !conversation.supportsExtension("STARTTLS")
                && !(fault.getCause() instanceof IOException)) {
            return new SendOutcome.Refused("tls-not-offered", false, true);
        }
        boolean ours = reply.enhanced().startsWith("5.7.");
        return ours ? new SendOutcome.Refused(reply.shortest(), false, true)
                : away(reply.code() >= 400 ? reply.shortest() : "lost");
    }

    /** No recipient was named yet. */
    private static SendOutcome away(String code) {
        return new SendOutcome.TryLater(code, Trouble.PROVIDER);
    }

    /** A handshake that was cut short is a lost connection; one that was judged is a matter for operators. */
    private static boolean isRefusedTls(Throwable fault) {
        boolean judged = false;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof SocketException
                    || cause instanceof SocketTimeoutException) {
                return false;
            }
            judged |= cause instanceof SSLException;
        }
        return judged;
    }

    private Properties properties(String greetingName) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", greetingName);
        properties.put("mail.smtp.auth", Boolean.toString(server.user() != null));
        if (!server.implicitTls()) {
            boolean required = server.tls() == SmtpServer.Tls.REQUIRED;
            properties.put("mail.smtp.starttls.enable", Boolean.toString(server.tls() != SmtpServer.Tls.NONE));
            properties.put("mail.smtp.starttls.required", Boolean.toString(required));
            properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(required));
            if (required) {
                properties.put("mail.smtp.ssl.socketFactory", tls);
            } else {
                properties.put("mail.smtp.ssl.trust", "*");
            }
        }
        return properties;
    }
}
