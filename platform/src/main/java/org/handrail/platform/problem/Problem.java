package org.handrail.platform.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused; thrown from anywhere below a controller or written by a filter. The texts are fixed by
 * the code: nothing that was sent may stand in them.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final transient List<FieldFault> faults;
    private final @Nullable Duration retryAfter;
    private final transient Map<String, Object> members;

    /**
     * @param code   names the kind of problem in {@code type}: {@code urn:handrail:problem:<code>}
     * @param title  the kind in words, the same for each occurrence
     * @param detail this occurrence in words
     */
    public Problem(int status, String code, String title, String detail) {
        this(status, code, title, detail, List.of(), null, Map.of());
    }

    private Problem(int status, String code, String title, String detail, List<FieldFault> faults,
            @Nullable Duration retryAfter, Map<String, Object> members) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
        this.members = Collections.unmodifiableMap(members);
    }

    /** 400: fields are missing or malformed. */
    public static Problem invalid(List<FieldFault> faults) {
        return new Problem(400, "invalid-request", "The request is not valid",
                faults.size() == 1 ? "One field needs to be corrected." : "Some fields need to be corrected.",
                faults, null, Map.of());
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldFault(field, message)));
    }

    public static Problem badRequest(String detail) {
        return new Problem(400, "bad-request", "The request cannot be read", detail);
    }

    public static Problem unauthorized(String detail) {
        return new Problem(401, "unauthorized", "Sign-in needed", detail);
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", "Not allowed", detail);
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "not-found", "Not found", detail);
    }

    /** 409: at odds with the present state. */
    public static Problem conflict(String code, String detail) {
        return new Problem(409, code, "Conflict", detail);
    }

    public static Problem tooLarge(long limit) {
        return new Problem(413, "too-large", "The request is too large",
                "The body must have at most " + limit + " bytes.");
    }

    public static Problem unprocessable(String code, String detail) {
        return new Problem(422, code, "The request cannot be processed", detail);
    }

    public static Problem tooManyRequests(Duration retryAfter) {
        return new Problem(429, "too-many-requests", "Too many requests",
                "Please wait a moment and try again.", List.of(), retryAfter, Map.of());
    }

    /** 503: something that this service needs is away; nothing was kept. */
    public static Problem unavailable(Duration retryAfter) {
        return new Problem(503, "unavailable", "Not available just now",
                "Nothing was saved. Please try again shortly.", List.of(), retryAfter, Map.of());
    }

    public static Problem unexpected() {
        return new Problem(500, "unexpected", "Something went wrong",
                "Nothing was saved. The operators can find this by its request id.");
    }

    /** For a status that came from elsewhere. */
    public static Problem ofStatus(int status, String title) {
        return new Problem(status, "http-" + status, title, title + ".");
    }

    public Problem retryAfter(Duration duration) {
        return new Problem(status, code, title, detail(), faults, duration, members);
    }

    /** The same, naming the places that are at fault. */
    public Problem at(List<FieldFault> places) {
        return new Problem(status, code, title, detail(), places, retryAfter, members);
    }

    /**
     * The same with one more member (RFC 9457, 3.2), for what a program needs to go on.
     *
     * @param value written as JSON
     */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, code, title, detail(), faults, retryAfter, more);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldFault> faults() {
        return faults;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Beside those that every problem has. */
    public Map<String, Object> members() {
        return members;
    }
}
