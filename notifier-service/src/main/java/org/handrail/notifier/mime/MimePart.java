package org.handrail.notifier.mime;

import java.util.List;
import java.util.stream.Stream;

/**
 * A message or a part of one.
 *
 * @param text  decoded; of HTML the words alone; empty if it has parts, or is neither text nor a report
 * @param parts of a multipart its parts, of an attached message that message
 */
public record MimePart(Headers headers, MediaType type, String text, List<MimePart> parts) {

    public MimePart {
        parts = List.copyOf(parts);
    }

    /** This one and everything in it, in reading order. */
    public Stream<MimePart> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(MimePart::all));
    }

    /** Without what is inside attached messages: what this message itself says. */
    public Stream<MimePart> own() {
        return isAttachedMessage() ? Stream.of(this)
                : Stream.concat(Stream.of(this), parts.stream().flatMap(MimePart::own));
    }

    /** An attached message, or the headers of one. */
    public boolean isAttachedMessage() {
        return MimeParser.ATTACHED.contains(type.name());
    }
}
