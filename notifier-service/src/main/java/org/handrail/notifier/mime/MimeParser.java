package org.handrail.notifier.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a message apart within limits; what lies beyond them is left out. Thread-safe. */
public final class MimeParser {

    static final Set<String> ATTACHED = Set.of("message/rfc822", "message/global", "message/partial",
            "text/rfc822-headers", "text/rfc822", "message/rfc822-headers", "message/global-headers");
    private static final Set<String> REPORTS = Set.of("message/delivery-status", "message/global-delivery-status",
            "message/feedback-report", "message/disposition-notification");
    private static final int DEPTH = 8;
    private static final int PARTS = 64;
    private static final int LINES = 40_000;
    /** Characters kept of a part. */
    private static final int TEXT = 256 * 1024;

    private int left = PARTS;

    private MimeParser() {
    }

    /** @param message may end anywhere */
    public static MimePart parse(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        List<String> lines = text.lines().limit(LINES).toList();
        int from = !lines.isEmpty() && lines.get(0).matches(">?From .*") ? 1 : 0;
        return new MimeParser().entity(lines.subList(from, lines.size()), "text/plain", 0);
    }

    private MimePart entity(List<String> lines, String otherwise, int depth) {
        left--;
        int end = endOfHeaders(lines);
        Headers headers = Headers.parse(lines.subList(0, end));
        int begin = end < lines.size() && lines.get(end).isBlank() ? end + 1 : end;
        List<String> body = lines.subList(begin, lines.size());
        MediaType type = MediaType.parse(headers.has("content-type") ? headers.first("content-type") : otherwise);
        return part(headers, type, body, depth);
    }

    private MimePart part(Headers headers, MediaType type, List<String> body, int depth) {
        String named = type.parameter("boundary").stripTrailing();
        String boundary = named.isEmpty() && type.isMultipart() ? likelyBoundary(body) : named;
        if (type.isMultipart() && !boundary.isEmpty() && depth < DEPTH) {
            List<MimePart> parts = multipart(body, boundary, type, depth);
            if (!parts.isEmpty()) {
                return new MimePart(headers, type, "", parts);
            }
        }
        if (ATTACHED.contains(type.name()) && depth < DEPTH && left > 0) {
            List<String> attached = Transfer.text(headers, body, TEXT).lines().dropWhile(String::isBlank).toList();
            return new MimePart(headers, type, "", List.of(entity(attached, "text/plain", depth + 1)));
        }
        return new MimePart(headers, type, leaf(headers, type, body), List.of());
    }

    private static String leaf(Headers headers, MediaType type, List<String> body) {
        if (!type.isText() && !type.isMultipart() && !REPORTS.contains(type.name())) {
            return "";
        }
        String text = Charsets.decode(Transfer.bytes(headers, body, TEXT), type.parameter("charset"));
        return type.is("text/html") ? HtmlText.of(text) : text;
    }

    private List<MimePart> multipart(List<String> body, String boundary, MediaType type, int depth) {
        String delimiter = "--" + boundary;
        String otherwise = type.is("multipart/digest") ? "message/rfc822" : "text/plain";
        List<MimePart> parts = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i <= body.size() && left > 0; i++) {
            boolean last = i == body.size();
            if (last || body.get(i).startsWith(delimiter) && isDelimiter(body.get(i), delimiter)) {
                if (begin >= 0) {
                    parts.add(entity(body.subList(begin, i), otherwise, depth + 1));
                }
                if (!last && body.get(i).startsWith("--", delimiter.length())) {
                    break;
                }
                begin = i + 1;
            }
        }
        return parts;
    }

    /** A boundary may be the beginning of another one. */
    private static boolean isDelimiter(String line, String delimiter) {
        String rest = line.substring(delimiter.length());
        return rest.isBlank() || rest.startsWith("--");
    }

    private static int endOfHeaders(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean continues = i > 0 && Headers.continues(line, lines.get(i - 1));
            if (line.isBlank() || !continues && !isField(line)) {
                return i;
            }
        }
        return lines.size();
    }

    /** That of the first line that looks like one; some forget to say which it is. */
    private static String likelyBoundary(List<String> body) {
        return body.stream().limit(50).map(String::strip).filter(line -> line.matches("--[^\\s-][\\S ]{0,70}|---*=[\\S ]{1,70}"))
                .map(line -> line.substring(2)).findFirst().orElse("");
    }

    static boolean isField(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && line.substring(0, colon).stripTrailing().chars().allMatch(c -> c > ' ' && c < 127);
    }
}
