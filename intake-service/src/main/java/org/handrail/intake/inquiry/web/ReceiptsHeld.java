package org.handrail.intake.inquiry.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.handrail.intake.inquiry.NewInquiry;
import org.handrail.intake.limit.ReceiptsOfSources;
import org.handrail.intake.limit.SourceDigest;
import org.handrail.intake.limit.web.RemoteAddresses;
import org.springframework.beans.factory.annotation.Value;

/**
 * Keeps the form from being made to mail strangers: from one address so many receipts a day go out, whomever they are
 * for. Every inquiry is taken all the same, and staff call. How many go to one address, notifier-service counts.
 */
class ReceiptsHeld {

    private static final String REASON = "receipt-source-limit";

    private final ReceiptsOfSources receipts;
    private final RemoteAddresses addresses;
    private final Counter held;
    private final Clock clock;
    private final String secret;
    private final int limit;

    ReceiptsHeld(ReceiptsOfSources receipts, RemoteAddresses addresses, MeterRegistry meters, Clock clock,
            @Value("${handrail.internal.token}") String secret,
            @Value("${handrail.intake.receipt.limit:20}") int limit) {
        this.receipts = receipts;
        this.addresses = addresses;
        this.held = meters.counter("handrail.intake.receipts.held");
        this.clock = clock;
        this.secret = secret;
        this.limit = limit;
    }

    /** In the transaction that takes the inquiry, so that what is not taken does not count. */
    NewInquiry overTheLimit(NewInquiry inquiry, HttpServletRequest request) {
        if (!inquiry.asksForReceipt() || receipts.take(
                SourceDigest.of(addresses.of(request).network(), secret), limit, clock.instant())) {
            return inquiry;
        }
        held.increment();
        return inquiry.holdingReceipt(REASON);
    }
}
