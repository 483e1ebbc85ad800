package org.handrail.platform.problem;

import java.io.CharConversionException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What an exception says about the request, without any of the words in it: those may hold values. */
final class ProblemReader {

    private static final Duration DATABASE_BACK_IN = Duration.ofSeconds(5);

    private ProblemReader() {
    }

    /** Empty: nothing is known about it, so the fault is ours. */
    static Optional<Problem> read(Throwable thrown) {
        return causes(thrown).map(ProblemReader::readOne).filter(problem -> problem != null).findFirst();
    }

    private static @Nullable Problem readOne(Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown instanceof BodyTooLargeException tooLarge) {
            return Problem.tooLarge(tooLarge.limit());
        }
        if (thrown instanceof InvalidParameterException parameter) {
            return parameter.getErrorCode() == 413
                    ? Problem.ofStatus(413, "The request is too large")
                    : Problem.badRequest("The form data cannot be decoded.");
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return Problem.invalid("/" + mismatch.getName(), "is not of the expected form");
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return Problem.invalid("/" + missing.getParameterName(), "is missing");
        }
        if (thrown instanceof ErrorResponse response) {
            return ofStatus(response.getStatusCode().value());
        }
        if (thrown instanceof MultipartException) {
            return Problem.badRequest("The form data cannot be decoded.");
        }
        return ofDatabase(thrown);
    }

    static Problem ofStatus(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return Problem.ofStatus(status, known == null ? "Not possible" : known.getReasonPhrase());
    }

    private static @Nullable Problem ofDatabase(Throwable thrown) {
        if (thrown instanceof CannotCreateTransactionException
                || thrown instanceof TransactionSystemException
                || thrown instanceof DataAccessResourceFailureException
                || thrown instanceof RecoverableDataAccessException
                || thrown instanceof TransientDataAccessException) {
            return Problem.unavailable(DATABASE_BACK_IN);
        }
        if (thrown instanceof DataIntegrityViolationException && sqlState(thrown).startsWith("22")) {
            return Problem.invalid(FieldFault.WHOLE_BODY, "holds a value that cannot be stored");
        }
        if (sqlState(thrown).startsWith("08") || sqlState(thrown).startsWith("57P")) {
            return Problem.unavailable(DATABASE_BACK_IN);
        }
        return null;
    }

    private static String sqlState(Throwable thrown) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(thrown);
        return root instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }

    private static Problem unreadable(HttpMessageNotReadableException thrown) {
        if (causes(thrown).anyMatch(BodyTooLargeException.class::isInstance)) {
            return causes(thrown).filter(BodyTooLargeException.class::isInstance).findFirst()
                    .map(BodyTooLargeException.class::cast)
                    .map(tooLarge -> Problem.tooLarge(tooLarge.limit())).orElseThrow();
        }
        return first(thrown, UnrecognizedPropertyException.class)
                .map(unknown -> Problem.invalid(JsonPointers.of(unknown), "is not a known field"))
                .or(() -> first(thrown, MismatchedInputException.class)
                        .map(mismatch -> Problem.invalid(JsonPointers.of(mismatch), expected(mismatch))))
                .or(() -> first(thrown, InputCoercionException.class)
                        .map(range -> Problem.invalid(JsonPointers.of(range), "must be a number in range")))
                .or(() -> first(thrown, StreamReadException.class)
                        .map(syntax -> Problem.badRequest("The body is not valid JSON" + at(syntax))))
                .or(() -> first(thrown, CharConversionException.class)
                        .map(charset -> Problem.badRequest("The body is not valid UTF-8.")))
                .orElseGet(() -> Problem.badRequest("A JSON body is needed."));
    }

    private static String at(JacksonException syntax) {
        return syntax.getLocation() == null ? "." : " (line " + syntax.getLocation().getLineNr() + ", column "
                + syntax.getLocation().getColumnNr() + ").";
    }

    private static String expected(MismatchedInputException mismatch) {
        if (mismatch instanceof TextNotAllowedException notAllowed) {
            return notAllowed.rule();
        }
        Class<?> type = mismatch.getTargetType();
        if (type == null || mismatch.getPath().isEmpty()) {
            return "must be a JSON object";
        }
        if (type == String.class) {
            return "must be a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "must be a number in range";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        if (type.isEnum()) {
            return "must be one of " + Stream.of(type.getEnumConstants()).map(String::valueOf).toList();
        }
        return type.isRecord() ? "must be an object" : "is not of the expected form";
    }

    private static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> type) {
        return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        Predicate<@Nullable Throwable> present = next -> next != null;
        return Stream.iterate(thrown, present, Throwable::getCause).limit(20);
    }
}
