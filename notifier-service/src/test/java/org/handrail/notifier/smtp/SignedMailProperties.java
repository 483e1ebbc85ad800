package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.handrail.contract.Language;
import org.handrail.notifier.dkim.DkimSigner;
import org.handrail.notifier.dkim.SigningKeys;
import org.handrail.notifier.dkim.SigningWith;
import org.handrail.notifier.dkim.Verifying;
import org.handrail.notifier.editing.OnlyVersion;
import org.handrail.notifier.editing.ValidTemplates;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.editing.Sources;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.Wording;
import org.handrail.notifier.template.mustache.Renderings;

/** Whatever a message says: others believe its signatures, and read what was written. */
class SignedMailProperties {

    private static final SigningKeys KEYS = SigningWith.both();
    private static final DkimSigner SIGNER = SigningWith.signer(KEYS);
    private static final Rendering RENDERING = Reminders.rendering();
    private static final List<String> ODD = OddNames.thousand();
    private static final List<String> RECIPIENTS = List.of("alex@client.example", "o'brien+x@b\u00fccher.example",
            "\"a b\"@client.example", "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + ".example",
            "_@[192.0.2.1]", "=?utf-8?q?x?=@client.example");

    record Letter(String from, RenderedMail mail) {

        byte[] bytes() {
            Sender sender = new Sender(HeaderText.mailbox("From", from, "frontdesk@mail.example.org"), from,
                    "frontdesk@mail.example.org", HeaderText.mailbox("Reply-To", from, "desk@example.org"),
                    "bounces@mail.example.org");
            return new MessageComposer(sender, SIGNER)
                    .compose(mail, Recipient.parse(mail.recipient()).orElseThrow()).content();
        }
    }

    @Property(tries = 1_000)
    void isBelievedAndReadBack(@ForAll("letters") Letter letter) throws Exception {
        byte[] bytes = letter.bytes();

        assertThat(Verifying.believed(bytes, KEYS)).containsExactlyInAnyOrder("rsa", "ed25519");
        keepsItsLines(bytes);
        readsBackWithAngus(letter, bytes);
        readsBackWithMime4j(letter, bytes);
    }

    @Property(tries = 150)
    void isNotBelievedOnceAByteIsAnother(@ForAll("letters") Letter letter, @ForAll("places") String place)
            throws IOException {
        byte[] bytes = letter.bytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = place.equals("body") ? text.indexOf("\r\n\r\n") + 6 : text.indexOf("\r\n" + place + ":") + place.length() + 5;
        while (!Character.isLetterOrDigit(bytes[at])) {
            at++;
        }
        bytes[at] = (byte) (bytes[at] == 'x' ? 'y' : 'x');

        assertThat(Verifying.believed(bytes, KEYS)).isEmpty();
    }

    @Property(tries = 60)
    void isNotBelievedWithAFieldAdded(@ForAll("letters") Letter letter, @ForAll("fields") String field)
            throws IOException {
        String added = field + ": x\r\n" + new String(letter.bytes(), StandardCharsets.ISO_8859_1);

        assertThat(Verifying.believed(added.getBytes(StandardCharsets.ISO_8859_1), KEYS)).isEmpty();
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of("body", "From", "List-Unsubscribe", "Subject", "Date", "Message-ID", "Reply-To",
                "Content-Type", "List-Unsubscribe-Post", "Auto-Submitted", "To", "MIME-Version");
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of("From", "To", "Cc", "Sender", "Subject", "Date", "Reply-To", "Content-Type",
                "List-Unsubscribe", "List-Unsubscribe-Post");
    }

    @Provide
    Arbitrary<Letter> letters() {
        return Arbitraries.oneOf(written(), rendered(), edited());
    }

    /** Letters that the shipped templates make of odd names. */
    private static Arbitrary<Letter> rendered() {
        return Combinators.combine(Arbitraries.of(ODD), Arbitraries.of(ODD), Arbitraries.of(Renderings.KEYS),
                Arbitraries.of(Language.class)).as((from, name, template, language) -> {
                    RenderedMail mail = RENDERING.render(Reminders.reminder(template, language, name));
                    return new Letter(from, dated(mail, mail.recipient(), mail.subject(), mail.text(), mail.html()));
                });
    }

    /** Letters of templates as editors may write them. */
    private static Arbitrary<Letter> edited() {
        return Combinators.combine(Arbitraries.of(ODD), Arbitraries.of(ODD), ValidTemplates.any(),
                Arbitraries.of(Language.class), Arbitraries.of(Wording.class)).as((from, name, sources, language, wording) ->
                        sent(sources, Reminders.reminder(ValidTemplates.KEY, language, name).with(wording)).map(mail ->
                                new Letter(from, dated(mail, mail.recipient(), mail.subject(), mail.text(), mail.html()))))
                .filter(Optional::isPresent).map(Optional::get);
    }

    /** Nothing when odd words beside each other spell one that reveals: such mail is held back. */
    private static Optional<RenderedMail> sent(Sources sources, ReminderToRender reminder) {
        try {
            return Optional.of(Reminders.rendering(new OnlyVersion(ValidTemplates.KEY, sources)).render(reminder));
        } catch (Rendering.TemplateFault held) {
            return Optional.empty();
        }
    }

    /** Letters that say anything at all. */
    private static Arbitrary<Letter> written() {
        Arbitrary<RenderedMail> mails = Combinators.combine(Arbitraries.of(RECIPIENTS), line(), text(), text(),
                calendars().optional(0.3),
                Arbitraries.randomValue(random -> new UUID(random.nextLong(), random.nextLong())))
                .as((recipient, subject, text, html, calendar, id) -> {
                    String token = "0001" + id.toString().replace("-", "") + "0123456789abcdef";
                    RenderedMail mail = new RenderedMail(id, recipient, token, "es", subject, text, html,
                            "https://messages.example.org/u/" + token.repeat(2), Clock.systemUTC().instant());
                    return mail.with(calendar.orElse(null));
                });
        return Combinators.combine(line(), mails).as(Letter::new);
    }

    /** Entries put on a calendar and taken off it, whatever they say. */
    private static Arbitrary<RenderedMail.Calendar> calendars() {
        return Combinators.combine(Arbitraries.of("REQUEST", "CANCEL"), text()).as(RenderedMail.Calendar::new);
    }

    private static RenderedMail dated(RenderedMail mail, String to, String subject, String text, String html) {
        return new RenderedMail(mail.deliveryId(), to, mail.returnPathToken(), mail.language(), subject, text, html,
                mail.unsubscribeUrl(), Clock.systemUTC().instant());
    }

    private static Arbitrary<String> line() {
        return Arbitraries.oneOf(Arbitraries.of(ODD), Arbitraries.strings().ofMaxLength(120),
                Arbitraries.strings().ascii().ofMaxLength(200),
                Arbitraries.strings().withChars("\u05d0\u0645\u202e\u2028\ud83d\ude00 =?_\"\\(,;<@").ofMaxLength(90),
                Arbitraries.strings().withChars("a .").ofMaxLength(300), Arbitraries.just("w".repeat(1_500)));
    }

    private static Arbitrary<String> text() {
        Arbitrary<String> glue = Arbitraries.of("\n", "\r\n", "\n.\n", "\r", " \n", "\n\n\n", "=_", "\nFrom ", "\t", " ",
                "\u2028", "\0", "\n--=_", "\ud83d");
        return Combinators.combine(line(), glue).as((words, end) -> words + end).list().ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }

    private static void keepsItsLines(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(raw).endsWith("\r\n");
        assertThat(raw.chars().allMatch(c -> c < 0x7f && (c >= ' ' || c == '\r' || c == '\n' || c == '\t'))).isTrue();
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(raw.lines().filter(line -> line.length() > (line.strip().contains(" ") ? 78 : 300))).isEmpty();
        List<String> names = raw.substring(0, raw.indexOf("\r\n\r\n")).lines()
                .filter(line -> !line.startsWith(" ")).map(line -> line.substring(0, line.indexOf(':'))).toList();
        assertThat(names.subList(2, names.size())).doesNotHaveDuplicates().containsExactlyInAnyOrder("Date", "From",
                "Reply-To", "To", "Message-ID", "Subject", "Auto-Submitted", "List-Unsubscribe",
                "List-Unsubscribe-Post", "Content-Language", "Content-Type", "MIME-Version");
        assertThat(names.subList(0, 2)).containsOnly("DKIM-Signature");
    }

    private static void readsBackWithAngus(Letter letter, byte[] bytes) throws MessagingException, IOException {
        MimeMessage read = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        assertThat(((InternetAddress) read.getFrom()[0]).getPersonal())
                .isEqualTo(oneLine(letter.from()).isEmpty() ? null : oneLine(letter.from()));
        assertThat(read.getSubject()).isEqualTo(oneLine(letter.mail().subject()));
        assertThat(read.getHeader("List-Unsubscribe")[0].strip())
                .isEqualTo("<" + letter.mail().unsubscribeUrl() + ">");
        assertThat(read.getAllRecipients()).hasSize(1);
        List<String> texts = new ArrayList<>();
        collect((MimeMultipart) read.getContent(), texts);
        assertThat(texts).isEqualTo(written(letter.mail()));
    }

    private static void collect(MimeMultipart multipart, List<String> texts) throws MessagingException, IOException {
        for (int i = 0; i < multipart.getCount(); i++) {
            if (multipart.getBodyPart(i).getContent() instanceof MimeMultipart inner) {
                collect(inner, texts);
            } else {
                texts.add(new String(multipart.getBodyPart(i).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static void readsBackWithMime4j(Letter letter, byte[] bytes) throws IOException, MimeException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        builder.setDecodeMonitor(DecodeMonitor.STRICT);
        Message read = builder.parseMessage(new ByteArrayInputStream(bytes));
        assertThat(read.getSubject()).isEqualTo(oneLine(letter.mail().subject()));
        assertThat(read.getFrom().get(0).getAddress()).isEqualTo("frontdesk@mail.example.org");
        assertThat(read.getFrom().get(0).getName())
                .isEqualTo(oneLine(letter.from()).isEmpty() ? null : oneLine(letter.from()));
        List<String> texts = new ArrayList<>();
        collect(read, texts);
        assertThat(texts).isEqualTo(written(letter.mail()));
        assertThat(methods(read)).isEqualTo(letter.mail().calendar() == null
                ? List.of() : List.of(letter.mail().calendar().method()));
    }

    /** What the calendar parts say is to be done, as a mail program reads it (RFC 6047). */
    private static List<String> methods(Entity entity) {
        if (entity.getBody() instanceof Multipart multipart) {
            return multipart.getBodyParts().stream().flatMap(part -> methods(part).stream()).toList();
        }
        return entity.getMimeType().equals("text/calendar")
                ? List.of(((ContentTypeField) entity.getHeader().getField("Content-Type")).getParameter("method"))
                : List.of();
    }

    private static void collect(Entity entity, List<String> texts) throws IOException {
        if (entity.getBody() instanceof Multipart multipart) {
            for (Entity part : multipart.getBodyParts()) {
                collect(part, texts);
            }
        } else {
            texts.add(new String(((SingleBody) entity.getBody()).getInputStream().readAllBytes(),
                    StandardCharsets.UTF_8));
        }
    }

    private static List<String> written(RenderedMail mail) {
        List<String> texts = new ArrayList<>();
        Collections.addAll(texts, mail.text(), mail.html());
        if (mail.calendar() != null) {
            texts.add(mail.calendar().content());
        }
        texts.replaceAll(text -> readable(text).replace("\r\n", "\n").replace("\n", "\r\n"));
        return texts;
    }

    private static String oneLine(String text) {
        return readable(text).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /** Half a surrogate pair has no UTF-8. */
    private static String readable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
