package org.handrail.platform.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.platform.web.RequestIdFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as {@code application/problem+json}, or as a plain page for whoever prefers HTML. */
public final class ProblemWriter {

    private static final String TYPE = "urn:handrail:problem:";

    private final JsonMapper json;
    private final MeterRegistry meters;

    ProblemWriter(JsonMapper json, MeterRegistry meters) {
        this.json = json;
        this.meters = meters;
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        // the codes are the program's own, so the label stays small
        meters.counter("handrail.requests.refused", "reason", problem.code()).increment();
        response.resetBuffer();
        response.setStatus(problem.status());
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] body;
        if (prefersHtml(request)) {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Content-Security-Policy", ProblemPage.CONTENT_SECURITY_POLICY);
            body = ProblemPage.render(problem, request.getLocale()).getBytes(StandardCharsets.UTF_8);
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            body = json.writeValueAsBytes(members(problem, request));
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> members(Problem problem, HttpServletRequest request) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE + problem.code());
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        RequestIdFilter.idOf(request).ifPresent(id -> members.put("instance", "urn:uuid:" + id));
        if (!problem.faults().isEmpty()) {
            members.put("errors", problem.faults());
        }
        problem.members().forEach(members::putIfAbsent);
        return members;
    }

    /** Browsers name text/html; programs do not. */
    private static boolean prefersHtml(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            return types.stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
