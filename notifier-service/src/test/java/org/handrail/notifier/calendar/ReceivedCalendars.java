package org.handrail.notifier.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** Calendar files as somebody else's programs take them out of a mail that arrived. */
public final class ReceivedCalendars {

    /** @param method as the part's type says it, for programs that look no further */
    public record Received(String method, Calendar calendar) {
    }

    private ReceivedCalendars() {
    }

    /** Empty when the mail carries none. */
    public static Optional<Received> in(byte[] mail) {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        builder.setDecodeMonitor(DecodeMonitor.STRICT);
        try {
            return parts(builder.parseMessage(new ByteArrayInputStream(mail)))
                    .filter(part -> part.getMimeType().equals("text/calendar")).findFirst().map(ReceivedCalendars::read);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Entity> parts(Entity entity) {
        return entity.getBody() instanceof Multipart multipart
                ? multipart.getBodyParts().stream().flatMap(ReceivedCalendars::parts) : Stream.of(entity);
    }

    private static Received read(Entity part) {
        ContentTypeField type = (ContentTypeField) part.getHeader().getField("Content-Type");
        try (Reader text = new InputStreamReader(
                ((SingleBody) part.getBody()).getInputStream(), StandardCharsets.UTF_8)) {
            return new Received(type.getParameter("method").toUpperCase(Locale.ROOT), new CalendarBuilder().build(text));
        } catch (IOException | ParserException e) {
            throw new IllegalStateException(e);
        }
    }
}
