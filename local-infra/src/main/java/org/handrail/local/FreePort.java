package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class FreePort {

    private FreePort() {
    }

    /** One that was free a moment ago: somebody may take it before the caller does. */
    public static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** @throws PortTaken when something else listens there */
    static int orAny(int port, String whose) {
        if (port == 0) {
            return any();
        }
        if (!isFree(port)) {
            throw new PortTaken(port, whose);
        }
        return port;
    }

    /** Something else listens on a port that was asked for. */
    public static final class PortTaken extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        public PortTaken(int port, String whose) {
            super("Port " + port + " for the " + whose + " is taken by something else on this machine");
        }
    }
}
