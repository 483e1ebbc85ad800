package org.handrail.notifier.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MimeParserTest {

    @Test
    void readsPartsWithinParts() {
        MimePart mail = parse("""
                Subject: =?utf-8?Q?C=C3=B3mo?= =?utf-8?B?IGVzdMOhcw==?=
                Content-Type: multipart/mixed; boundary="a b"

                preamble
                --a b
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Gr=FC=DFe =
                zu
                --a
                Content-Type: text/html

                <p>Gr&uuml;sse&#33;</p><style>p {}</style>
                --a--
                --a b
                Content-Type: message/rfc822

                Subject: inner

                body
                --a b--
                epilogue
                """);

        assertThat(mail.headers().text("subject")).isEqualTo("C\u00f3mo est\u00e1s");
        assertThat(mail.all().map(part -> part.type().name())).containsExactly("multipart/mixed",
                "multipart/alternative", "text/plain", "text/html", "message/rfc822", "text/plain");
        assertThat(mail.all().map(part -> part.text().strip()).filter(text -> !text.isEmpty()))
                .containsExactly("Gr\u00fc\u00dfe zu", "Gr sse!", "body");
    }

    @Test
    void makesTheBestOfCharsetsThatAreWrong() {
        assertThat(text("utf-8", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("caf\ufffd");
        assertThat(text("no-such-charset", "caf\u00e9".getBytes(StandardCharsets.UTF_8))).isEqualTo("caf\u00e9");
        assertThat(text("us-ascii", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("caf\u00e9");
        assertThat(text("us-ascii", "\u5b9b\u5148".getBytes(Charset.forName("ISO-2022-JP")))).isEqualTo("\u5b9b\u5148");
    }

    @Test
    void staysWithinItsLimits() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
        }
        String many = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(30_000);
        String open = "Content-Type: text/html\n\n" + "<style><!--<p &#9999999;".repeat(20_000);
        String folded = "Subject: x\n" + " y\n".repeat(100_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(parse(nested.toString()).all().count()).isLessThan(100);
            assertThat(parse(many).all().count()).isLessThan(100);
            assertThat(parse(open).text().length()).isLessThan(600_000);
            assertThat(parse(folded)).isNotNull();
        });
    }

    @Test
    void leavesOutWhatHtmlHides() {
        String html = "Content-Type: text/html; charset=utf-8\n\n\u0130\u0130<STYLE>p {}</Style>seen<!-- not --> and <title>x";

        assertThat(MimeParser.parse(html.getBytes(java.nio.charset.StandardCharsets.UTF_8)).text())
                .isEqualToIgnoringWhitespace("\u0130\u0130 seen and x");
    }

    @Test
    void readsAnyBytes() {
        Random random = new Random(7);
        byte[] alphabet = "\n\r\t :;=-\"<>()abcContent-Type: multipart/mixed; boundary=x--x=?utf-8?B?".getBytes(
                StandardCharsets.US_ASCII);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = random.nextInt(8) == 0 ? (byte) random.nextInt() : alphabet[random.nextInt(alphabet.length)];
            }
            assertThat(MimeParser.parse(bytes)).isNotNull();
        }
    }

    private static MimePart parse(String text) {
        return MimeParser.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String charset, byte[] body) {
        byte[] head = ("Content-Type: text/plain; charset=" + charset + "\n\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return MimeParser.parse(all).text().strip();
    }
}
