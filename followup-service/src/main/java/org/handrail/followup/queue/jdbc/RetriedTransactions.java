package org.handrail.followup.queue.jdbc;

import java.util.function.Supplier;
import org.handrail.followup.queue.Transactions;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the work again when PostgreSQL had to end a circle of waiting transactions. */
public final class RetriedTransactions implements Transactions {

    private static final int ATTEMPTS = 3;

    private final TransactionTemplate transaction;

    public RetriedTransactions(PlatformTransactionManager transactionManager) {
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
