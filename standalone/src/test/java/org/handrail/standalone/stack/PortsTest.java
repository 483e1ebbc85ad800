package org.handrail.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void areTheUsualOnesUnlessMoved() {
        Ports ports = Ports.of(Map.of("HANDRAIL_CONSOLE_PORT", "9000"));

        assertThat(ports.get(Port.INTAKE)).isEqualTo(8080);
        assertThat(ports.get(Port.CONSOLE)).isEqualTo(9000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "99999999999"})
    void refusesWhatIsNoPort(String setting) {
        assertThatThrownBy(() -> Ports.of(Map.of("HANDRAIL_INTAKE_PORT", setting)))
                .isInstanceOf(SetupException.class).hasMessageContaining("HANDRAIL_INTAKE_PORT");
    }

    @Test
    void refusesOnePortForTwoParts() {
        assertThatThrownBy(() -> Ports.of(Map.of("HANDRAIL_INTAKE_PORT", "8081")))
                .isInstanceOf(SetupException.class)
                .hasMessageContainingAll("HANDRAIL_INTAKE_PORT", "HANDRAIL_CONSOLE_PORT", "8081");
    }

    @Test
    void freeOnesDiffer() {
        Ports ports = Ports.free();

        assertThat(Arrays.stream(Port.values()).map(ports::get)).doesNotHaveDuplicates().allMatch(number -> number > 0);
    }

    @Test
    void saysWhichPortIsTakenAndHowToMoveIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.of(Map.of("HANDRAIL_LINKS_PORT", Integer.toString(taken.getLocalPort())));

            assertThatThrownBy(() -> ports.checkFree(Set.of(Port.LINKS)))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContainingAll("" + taken.getLocalPort(), "HANDRAIL_LINKS_PORT");
        }
    }
}
