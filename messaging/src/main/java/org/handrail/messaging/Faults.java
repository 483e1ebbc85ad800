package org.handrail.messaging;

import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What may be said of a fault, and whether trying again can help. */
public final class Faults {

    private Faults() {
    }

    /**
     * A code for logs, metrics and dead letters: the class of the innermost cause and its SQL state. Never a message,
     * because messages quote values.
     */
    public static String code(Throwable fault) {
        Throwable inner = fault;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String name = inner.getClass().getSimpleName();
        return inner instanceof SQLException sql && sql.getSQLState() != null ? name + "-" + sql.getSQLState() : name;
    }

    /** The database or the network is away, or two transactions got in each other's way. */
    public static boolean isTransient(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof SQLException sql && isTransientState(sql.getSQLState())) {
                return true;
            }
            if (cause.getCause() == cause) {
                return false;
            }
        }
        return false;
    }

    /** Connection exceptions, transaction rollbacks, insufficient resources, operator intervention, system errors. */
    private static boolean isTransientState(String state) {
        return state != null
                && (state.startsWith("08") || state.startsWith("40") || state.startsWith("53")
                        || state.startsWith("57") || state.startsWith("58"));
    }
}
