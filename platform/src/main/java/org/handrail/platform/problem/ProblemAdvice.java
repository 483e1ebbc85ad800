package org.handrail.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every exception of every controller; a service's own advice for its pages goes before it. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int FRAMES = 12;

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler(Exception.class)
    public void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answerAny(thrown, request, response);
    }

    /** Security answers these itself. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    public void leaveToSecurity(RuntimeException thrown) {
        throw thrown;
    }

    /** The reader has gone: nobody is left to tell. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    public void gone(HttpServletResponse response) {
        LOG.debug("a client went away before its answer");
    }

    void answerAny(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Problem> known = ProblemReader.read(thrown);
        if (known.isEmpty()) {
            LOG.error("{} {} failed: {}", request.getMethod(), route(request), trace(thrown));
        } else if (known.get().status() >= 500) {
            LOG.warn("{} {} answered {}: {}", request.getMethod(), route(request), known.get().status(),
                    thrown.getClass().getSimpleName());
        }
        if (thrown instanceof ErrorResponse error) {
            error.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        }
        writer.write(known.orElseGet(Problem::unexpected), request, response);
    }

    /** The pattern, not the path: a path may hold a reference or a token. */
    private static Object route(HttpServletRequest request) {
        @Nullable Object pattern = request.getAttribute(
                org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no route)" : pattern;
    }

    /** Types and places only: messages of exceptions may quote what was sent. */
    private static String trace(Throwable thrown) {
        return Stream.iterate(thrown, next -> next != null, Throwable::getCause).limit(5)
                .map(one -> one.getClass().getName() + Stream.of(one.getStackTrace()).limit(FRAMES)
                        .map(frame -> "\n    at " + frame).collect(Collectors.joining()))
                .collect(Collectors.joining("\n  caused by "));
    }
}
