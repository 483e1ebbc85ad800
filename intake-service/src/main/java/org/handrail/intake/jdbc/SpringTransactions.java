package org.handrail.intake.jdbc;

import java.util.Objects;
import java.util.function.Supplier;
import org.handrail.intake.Transactions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of the service's database. */
public final class SpringTransactions implements Transactions {

    private final TransactionTemplate template;

    public SpringTransactions(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(template.execute(status -> work.get()));
    }
}
