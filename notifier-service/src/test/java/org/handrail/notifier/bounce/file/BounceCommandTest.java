package org.handrail.notifier.bounce.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handrail.notifier.bounce.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BounceCommandTest {

    private static final String WHO = "rowan@destination.example";

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @Test
    void readsAFolderWithoutNamingAnybody() throws IOException {
        Files.write(folder.resolve("a.eml"), bounce("5.1.1", "550 5.1.1 User unknown"));
        Files.write(folder.resolve("b.eml"), bounce("5.2.2", "552 5.2.2 Mailbox full"));
        Files.write(folder.resolve("c.eml"), new byte[0]);
        Files.createDirectories(folder.resolve("cur"));
        Files.write(folder.resolve("cur/1.host:2,S"), bounce("5.7.26", "550 5.7.26 DMARC"));
        Files.createDirectories(folder.resolve("tmp"));
        Files.write(folder.resolve("tmp/half"), bounce("5.1.1", "550"));
        Files.writeString(folder.resolve(".index"), "of a server");

        assertThat(classify("csv", false)).isTrue();

        assertThat(lines()).containsExactly("file,kind,code,recipient",
                "\"a.eml\",hard,5.1.1,named", "\"b.eml\",soft,5.2.2,named", "\"c.eml\",unclear,unknown-form,none",
                "\"cur/1.host:2,S\",authentication,5.7.26,named");
        assertThat(progress.toString(StandardCharsets.UTF_8))
                .contains("4 messages: hard 1, soft 1, authentication 1, unclear 1");
    }

    @Test
    void takesAnMboxApartAndNamesAddressesWhenAsked() throws IOException {
        ByteArrayOutputStream mbox = new ByteArrayOutputStream();
        for (String status : List.of("5.1.1", "5.2.2")) {
            mbox.writeBytes("From MAILER-DAEMON Mon Nov 16 09:12:40 2026\n".getBytes(StandardCharsets.US_ASCII));
            mbox.writeBytes(bounce(status, "550 " + status));
            mbox.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
        }
        Files.write(folder.resolve("inbox"), mbox.toByteArray());

        assertThat(classify("json", true)).isTrue();

        assertThat(lines()).containsExactly(
                "{\"file\":\"inbox#1\",\"kind\":\"hard\",\"code\":\"5.1.1\",\"recipient\":\"named\",\"addresses\":\"" + WHO + "\"}",
                "{\"file\":\"inbox#2\",\"kind\":\"soft\",\"code\":\"5.2.2\",\"recipient\":\"named\",\"addresses\":\"" + WHO + "\"}");
    }

    @Test
    void keepsFileNamesFromDoingHarm() throws IOException {
        Files.write(folder.resolve("=cmd\u001b.eml"), bounce("5.1.1", "550 5.1.1 User unknown"));

        classify("csv", false);

        assertThat(lines()).contains("\"'=cmd?.eml\",hard,5.1.1,named");
    }

    private boolean classify(String format, boolean addresses) throws IOException {
        return new BounceCommand(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(progress, true, StandardCharsets.UTF_8)).classify(List.of(folder), format, addresses);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bounce(String status, String diagnostic) {
        return Reports.bounce("bounces@clinic.example", WHO, status, diagnostic);
    }
}
