package org.handrail.intake.idempotency.web;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.handrail.intake.Transactions;
import org.handrail.intake.idempotency.Answer;
import org.handrail.intake.idempotency.Fingerprint;
import org.handrail.intake.idempotency.Once;
import org.handrail.intake.idempotency.Once.Outcome;
import org.handrail.intake.idempotency.RequestKey;
import org.handrail.intake.source.Source;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that may carry an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header). Two bodies
 * are the same when they say the same, whatever their white space and order.
 */
public final class IdempotentRequests {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Once once;
    private final Transactions transactions;
    private final JsonMapper json;

    public IdempotentRequests(Once once, Transactions transactions, JsonMapper json) {
        this.once = once;
        this.transactions = transactions;
        this.json = json;
    }

    /** @param operation the path, since a key names one request of one operation */
    public ResponseEntity<String> answer(
            Source source, @Nullable String key, String operation, Object body, Supplier<Reply> work) {
        return answer(source, key, operation, body, any -> true, work);
    }

    /** @param isFinal answers of which a repeat gets the same; others are worked out again */
    public ResponseEntity<String> answer(Source source, @Nullable String key, String operation, Object body,
            Predicate<Answer> isFinal, Supplier<Reply> work) {
        if (key == null) {
            return respond(transactions.inOne(() -> toAnswer(work.get())), false);
        }
        Outcome outcome = once.answer(
                requestKey(source, key), fingerprint(operation, body), isFinal, () -> toAnswer(work.get()));
        if (outcome instanceof Outcome.Done done) {
            return respond(done.answer(), false);
        }
        if (outcome instanceof Outcome.Replayed replayed) {
            return respond(replayed.answer(), true);
        }
        if (outcome instanceof Outcome.InFlight) {
            throw Problem.conflict("request-in-flight", "A request with this Idempotency-Key is still being worked on.")
                    .retryAfter(SOON);
        }
        throw Problem.unprocessable("idempotency-key-reused", "The Idempotency-Key was used for another request.");
    }

    /** Makes an answer final that was not yet when it was given. */
    public ResponseEntity<String> conclude(
            Source source, @Nullable String key, String operation, Object body, Reply reply) {
        Answer answer = toAnswer(reply);
        if (key != null) {
            once.conclude(requestKey(source, key), fingerprint(operation, body), answer);
        }
        return respond(answer, false);
    }

    /** The key without the quotes that the draft asks for and many leave out. */
    public static String plain(String header) {
        String key = header.strip();
        boolean quoted = key.length() > 2 && key.startsWith("\"") && key.endsWith("\"");
        String plain = quoted ? key.substring(1, key.length() - 1) : key;
        if (!KEY.matcher(plain).matches()) {
            throw Problem.badRequest("The Idempotency-Key must be 1 to 255 visible ASCII characters.");
        }
        return plain;
    }

    private static RequestKey requestKey(Source source, String key) {
        return new RequestKey(source.name(), plain(key));
    }

    private byte[] fingerprint(String operation, Object body) {
        return Fingerprint.of(operation, json.writeValueAsString(body));
    }

    private Answer toAnswer(Reply reply) {
        return new Answer(reply.status(), json.writeValueAsString(reply.body()));
    }

    private static ResponseEntity<String> respond(Answer answer, boolean replayed) {
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(answer.body());
    }
}
