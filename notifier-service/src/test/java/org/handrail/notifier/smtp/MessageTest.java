package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.handrail.contract.Language;
import org.handrail.notifier.dkim.DkimSigner;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.mustache.Renderings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    private static final Set<String> HEADERS = Set.of("Date", "From", "Reply-To", "To", "Message-ID", "Subject",
            "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post", "Content-Language", "Content-Type",
            "MIME-Version");

    private final Rendering rendering = Reminders.rendering();
    private final MessageComposer composer = new MessageComposer(Sender.parse(
            "\"Recepción, María\" <frontdesk@example.org>", "desk@example.org", "bounces@mail.example.org"), DkimSigner.unsigned());

    @Test
    void readsBackAsItWasRenderedForAThousandOddNames() throws Exception {
        List<String> names = OddNames.thousand();
        assertThat(names).hasSizeGreaterThanOrEqualTo(1_000);
        for (int i = 0; i < names.size(); i++) {
            Language language = Language.values()[i % 2];
            String template = Renderings.KEYS.get(i / 2 % Renderings.KEYS.size());
            check(rendering.render(Reminders.reminder(template, language, names.get(i))));
        }
    }

    @Test
    void readsBackForEveryTemplateInEachLanguage() throws Exception {
        for (String template : Renderings.KEYS) {
            for (Language language : Language.values()) {
                check(rendering.render(Reminders.reminder(template, language, "Zoë")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi\r\nBcc: someone@example.com", "Hi\nX: y", "Hi\rX: y", "Hi\u2028X: y", "Hi\u0085X: y",
        "=?utf-8?q?=0D=0ABcc:_x?=", "\uD83D\uDE00 \uD83D", "Seguimos pensando en usted, señora Muñoz Íñiguez, y en los próximos días le escribiremos otra vez, según lo acordado",
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"})
    void letsNoSubjectBecomeAnotherHeader(String subject) throws Exception {
        RenderedMail mail = with(subject, "text", "<p>html</p>");

        MimeMessage parsed = parse(bytes(mail));

        assertThat(headerNames(parsed)).isSubsetOf(HEADERS);
        assertThat(parsed.getSubject().replaceAll("\\s+", " "))
                .isEqualTo(subject.replaceAll("[\\s\u0085\u2028]+", " ").strip()
                        .replaceAll("\uD83D$", "?"));
        checkLines(bytes(mail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain\n.\n..\n.dot\nend", "no line end", "trailing space \nand tab\t\n", "=3D=\n=\n",
        "caffè\n.\n", "\n\n\n", "From me\n"})
    void carriesAnyTextUnchanged(String text) throws Exception {
        String[] parts = parts(parse(bytes(with("subject", text, "<p>" + text + "</p>"))));

        assertThat(parts[0]).isEqualToIgnoringNewLines(text);
        assertThat(parts[1]).isEqualToIgnoringNewLines("<p>" + text + "</p>");
    }

    @Test
    void keepsLinesWithinLimitsWhateverTheirLength() throws Exception {
        String text = "word ".repeat(1_000) + "\n" + "ü".repeat(3_000);
        RenderedMail mail = with("subject", text, text);

        checkLines(bytes(mail));
        assertThat(parts(parse(bytes(mail)))[0]).isEqualToIgnoringNewLines(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUEST", "CANCEL"})
    void attachesACalendarFileBesideTheTexts(String method) throws Exception {
        RenderedMail mail = with("subject", "tëxt", "<p>html</p>");
        String file = "BEGIN:VCALENDAR\r\nMETHOD:" + method + "\r\nSUMMARY:Appointment\r\nLOCATION:Ñuñoa\r\n"
                + "END:VCALENDAR\r\n";

        MimeMessage parsed = parse(bytes(mail.with(new RenderedMail.Calendar(method, file))));

        MimeMultipart mixed = (MimeMultipart) parsed.getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(2);
        assertThat(texts((MimeMultipart) mixed.getBodyPart(0).getContent())).containsExactly("tëxt", "<p>html</p>");
        MimeBodyPart calendar = (MimeBodyPart) mixed.getBodyPart(1);
        assertThat(new ContentType(calendar.getContentType()).getParameter("method")).isEqualTo(method);
        assertThat(calendar.isMimeType("text/calendar")).isTrue();
        assertThat(calendar.getFileName()).isEqualTo("appointment.ics");
        assertThat(calendar.getDisposition()).isEqualTo("attachment");
        assertThat(new String(calendar.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(file);
        checkLines(bytes(mail.with(new RenderedMail.Calendar(method, file))));
    }

    @Test
    void putsTheTokenBesideTheMailboxThatTakesBounces() {
        RenderedMail mail = with("subject", "text", "html");

        OutgoingMessage message = composer.compose(mail, Recipient.parse(mail.recipient()).orElseThrow());

        assertThat(message.returnPath()).isEqualTo("bounces+" + mail.returnPathToken() + "@mail.example.org");
        assertThat(message.returnPath().indexOf('@')).isLessThanOrEqualTo(64);
    }

    private void check(RenderedMail mail) throws Exception {
        byte[] bytes = bytes(mail);
        checkLines(bytes);
        MimeMessage parsed = parse(bytes);
        assertThat(headerNames(parsed)).isEqualTo(new TreeSet<>(HEADERS));
        assertThat(parsed.getAllRecipients()).containsExactly((Address) new InternetAddress("alex@client.example"));
        assertThat(parsed.getFrom()).singleElement().satisfies(from ->
                assertThat(((InternetAddress) from).getPersonal()).isEqualTo("Recepción, María"));
        assertThat(parsed.getSubject()).isEqualTo(mail.subject());
        assertThat(parsed.getSentDate()).isEqualTo(Date.from(mail.date()));
        assertThat(parsed.getMessageID()).isEqualTo("<" + mail.returnPathToken() + "@example.org>");
        assertThat(parsed.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(parsed.getHeader("List-Unsubscribe")).containsExactly("<" + mail.unsubscribeUrl() + ">");
        assertThat(parsed.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(parsed.getContentLanguage()).containsExactly(mail.language());
        assertThat(parts(parsed)[0]).isEqualToNormalizingNewlines(mail.text());
        assertThat(parts(parsed)[1]).isEqualToNormalizingNewlines(mail.html());
    }

    private static void checkLines(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(raw).endsWith("\r\n").matches(text -> text.chars().allMatch(c -> c < 0x80), "is ASCII");
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(raw.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(
                line.startsWith(" <https://") ? 998 : 78));
    }

    private static Set<String> headerNames(MimeMessage message) throws MessagingException {
        Set<String> names = new TreeSet<>();
        Collections.list(message.getAllHeaders()).forEach(header -> assertThat(names.add(header.getName())).isTrue());
        return names;
    }

    private static String[] parts(MimeMessage message) throws MessagingException, IOException {
        return texts((MimeMultipart) message.getContent());
    }

    private static String[] texts(MimeMultipart multipart) throws MessagingException, IOException {
        assertThat(multipart.getContentType()).startsWith("multipart/alternative");
        assertThat(multipart.getCount()).isEqualTo(2);
        BodyPart text = multipart.getBodyPart(0);
        BodyPart html = multipart.getBodyPart(1);
        assertThat(text.isMimeType("text/plain")).isTrue();
        assertThat(html.isMimeType("text/html")).isTrue();
        return new String[] {(String) text.getContent(), (String) html.getContent()};
    }

    private byte[] bytes(RenderedMail mail) {
        return composer.compose(mail, Recipient.parse(mail.recipient()).orElseThrow()).content();
    }

    private static MimeMessage parse(byte[] bytes) throws MessagingException {
        MimeMessage parsed = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        assertThat(parsed.getRecipients(Message.RecipientType.BCC)).isNull();
        return parsed;
    }

    private RenderedMail with(String subject, String text, String html) {
        RenderedMail mail = rendering.render(Reminders.reminder("follow-up-check-in", Language.EN, null));
        return new RenderedMail(mail.deliveryId(), mail.recipient(), mail.returnPathToken(), mail.language(), subject,
                text, html, mail.unsubscribeUrl(), mail.date());
    }
}
