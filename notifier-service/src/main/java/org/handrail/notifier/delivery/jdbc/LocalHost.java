package org.handrail.notifier.delivery.jdbc;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this machine. */
final class LocalHost {

    private LocalHost() {
    }

    static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
