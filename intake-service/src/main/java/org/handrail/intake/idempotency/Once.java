package org.handrail.intake.idempotency;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.handrail.intake.Transactions;

/**
 * Does a request once. The answer is kept in the transaction of the work itself, so that there is never one without
 * the other; a request that fails keeps nothing and may be sent again.
 */
public final class Once {

    private final Transactions transactions;
    private final KeptAnswers answers;
    private final Clock clock;

    public Once(Transactions transactions, KeptAnswers answers, Clock clock) {
        this.transactions = transactions;
        this.answers = answers;
        this.clock = clock;
    }

    /** What became of a request under a key. */
    public sealed interface Outcome {

        record Done(Answer answer) implements Outcome {
        }

        /** Done before; the same answer. */
        record Replayed(Answer answer) implements Outcome {
        }

        /** The first one is still being worked on. */
        record InFlight() implements Outcome {
        }

        /** The key was used for another request. */
        record KeyReused() implements Outcome {
        }
    }

    /** @param isFinal answers of which a repeat gets the same; others are worked out again */
    public Outcome answer(RequestKey key, byte[] fingerprint, Predicate<Answer> isFinal, Supplier<Answer> work) {
        return transactions.inOne(() -> answers.tryLock(key)
                ? answerLocked(key, fingerprint, isFinal, work)
                : new Outcome.InFlight());
    }

    /** As {@link #answer}, but waits for a first one that is still being worked on. */
    public Outcome answerWaiting(RequestKey key, byte[] fingerprint, Supplier<Answer> work) {
        return transactions.inOne(() -> {
            answers.lock(key);
            return answerLocked(key, fingerprint, any -> true, work);
        });
    }

    /** Replaces the answer kept, once a later step has made it final. */
    public void conclude(RequestKey key, byte[] fingerprint, Answer answer) {
        transactions.inOne(() -> {
            answers.lock(key);
            answers.keep(key, new Kept(fingerprint, answer), clock.instant());
            return answer;
        });
    }

    private Outcome answerLocked(
            RequestKey key, byte[] fingerprint, Predicate<Answer> isFinal, Supplier<Answer> work) {
        Optional<Kept> kept = answers.find(key);
        if (kept.isPresent() && !kept.get().isOf(fingerprint)) {
            return new Outcome.KeyReused();
        }
        if (kept.isPresent() && isFinal.test(kept.get().answer())) {
            return new Outcome.Replayed(kept.get().answer());
        }
        Answer answer = work.get();
        answers.keep(key, new Kept(fingerprint, answer), clock.instant());
        return new Outcome.Done(answer);
    }
}
