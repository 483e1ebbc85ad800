package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.handrail.notifier.smtp.SmtpServer.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {

    @Test
    void readsAnAddressWithEverything() {
        SmtpServer server = SmtpServer.parse("smtp://me%40x:p%40ss+w@mail.example.org:587?connections=3&tls=required&timeout=9&rate=40");

        assertThat(server).isEqualTo(new SmtpServer(
                "mail.example.org", 587, false, Tls.REQUIRED, "me@x", "p@ss+w", 3, Duration.ofSeconds(9), 40));
        assertThat(server.toString()).isEqualTo("smtp://mail.example.org:587");
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.org, 25, REQUIRED", "smtps://mail.example.org, 465, REQUIRED",
        "smtp://localhost:2525, 2525, NONE", "smtp://127.0.0.1, 25, NONE", "smtp://[::1]:26, 26, NONE",
        "smtps://localhost, 465, REQUIRED", "smtp://127.evil.example, 25, REQUIRED",
        "smtp://mailbox:25?tls=opportunistic, 25, OPPORTUNISTIC"})
    void requiresTlsOutsideThisMachine(String url, int port, Tls tls) {
        assertThat(SmtpServer.parse(url).tls()).isEqualTo(tls);
        assertThat(SmtpServer.parse(url).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mail.example.org", "http://x.org", "smtp://", "smtp://user@x.org", "smtp://x.org?tls=maybe",
        "smtp://x.org?connections=0", "smtp://x.org?connections=many", "smtp://x.org?colour=red", "smtps://x.org?tls=none",
        "smtp://u:sec ret@x.org", "smtp://u:sec#ret@x.org",
        "smtp://u:sec@x.org?tls=none", "smtp://u:sec@x.org?tls=opportunistic", "smtp://x.org?rate=-1"})
    void saysWhatIsWrongWithoutThePassword(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> SmtpServer.parse(url))
                .withMessageStartingWith("HANDRAIL_SMTP_URL").withMessageNotContaining("sec");
    }
}
