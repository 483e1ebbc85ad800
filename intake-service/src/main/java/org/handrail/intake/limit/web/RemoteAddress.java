package org.handrail.intake.limit.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Who is asking, as far as the network tells. @param network the IPv4 address, or the /64 of an IPv6 one */
public record RemoteAddress(String network) {

    public static RemoteAddress of(InetAddress address) {
        if (address instanceof Inet6Address) {
            return new RemoteAddress(HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8)) + "/64");
        }
        return new RemoteAddress(address.getHostAddress());
    }
}
