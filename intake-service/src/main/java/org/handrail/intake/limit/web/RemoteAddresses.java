package org.handrail.intake.limit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Finds the address of whoever asks. {@code X-Forwarded-For} is believed only from the proxies in the settings: the
 * nearest entry, counted from the end, that is not one of them.
 */
public final class RemoteAddresses {

    /** Digits and colons only: a name would be looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final List<IpAddressMatcher> proxies;

    /** @param proxies addresses and networks such as {@code 10.0.0.0/8}, separated by spaces or commas */
    public RemoteAddresses(String proxies) {
        this.proxies = Arrays.stream(proxies.split("[\\s,]+")).filter(entry -> !entry.isBlank())
                .map(IpAddressMatcher::new).toList();
    }

    public RemoteAddress of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Arrays.stream(header.split(","))).map(String::strip).toList();
        for (int i = hops.size() - 1; i >= 0 && isProxy(address) && literal(hops.get(i)).isPresent(); i--) {
            address = hops.get(i);
        }
        return literal(address).map(RemoteAddress::of).orElseGet(() -> new RemoteAddress("unknown"));
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static Optional<InetAddress> literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
