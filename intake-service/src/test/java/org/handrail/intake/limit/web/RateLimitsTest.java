package org.handrail.intake.limit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RateLimitsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits = new RateLimits(3, 2, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });
    private final RemoteAddress address = new RemoteAddress("192.0.2.1");

    @Test
    void letsAnAddressGoOnAfterAWhile() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.ofFormPost(address)).isEmpty();
        }
        assertThat(limits.ofFormPost(address)).hasValueSatisfying(
                wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20)));
        assertThat(limits.ofFormPost(new RemoteAddress("192.0.2.2"))).isEmpty();

        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(limits.ofFormPost(address)).isEmpty();
    }

    @Test
    void countsOnlyWhatWasRefusedOfMachines() {
        for (int i = 0; i < 50; i++) {
            assertThat(limits.ofRefused(address)).isEmpty();
        }
        for (int i = 0; i < 3; i++) {
            limits.refused(address);
        }
        assertThat(limits.ofRefused(address)).isPresent();
    }

    @Test
    void holdsASourceToItsBurst() {
        int taken = 0;
        while (limits.ofSource("ehr").isEmpty()) {
            taken++;
        }
        assertThat(taken).isEqualTo(20);
    }

    @Test
    void keepsItsMemoryBounded() {
        for (int i = 0; i < 50_000; i++) {
            limits.ofFormPost(new RemoteAddress("address-" + i));
        }
        assertThat(limits.remembered()).isLessThanOrEqualTo(20_000);
    }

    @Test
    void takesAnIpv6NetworkForOneAddress() throws UnknownHostException {
        assertThat(RemoteAddress.of(InetAddress.getByName("2001:db8:1:2::1")))
                .isEqualTo(RemoteAddress.of(InetAddress.getByName("2001:db8:1:2:ffff::9")))
                .isNotEqualTo(RemoteAddress.of(InetAddress.getByName("2001:db8:1:3::1")));
    }

    @Test
    void believesForwardedAddressesOfItsProxiesOnly() {
        RemoteAddresses addresses = new RemoteAddresses("10.0.0.0/8, 192.0.2.7");

        assertThat(addresses.of(request("203.0.113.5", "198.51.100.1"))).isEqualTo(new RemoteAddress("203.0.113.5"));
        assertThat(addresses.of(request("10.1.2.3", "198.51.100.1"))).isEqualTo(new RemoteAddress("198.51.100.1"));
        assertThat(addresses.of(request("10.1.2.3", "1.1.1.1, 198.51.100.1, 192.0.2.7")))
                .isEqualTo(new RemoteAddress("198.51.100.1"));
        assertThat(addresses.of(request("10.1.2.3", "evil.example, garbage"))).isEqualTo(new RemoteAddress("10.1.2.3"));
        assertThat(addresses.of(request("10.1.2.3", null))).isEqualTo(new RemoteAddress("10.1.2.3"));
    }

    private static MockHttpServletRequest request(String from, String forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        return request;
    }
}
