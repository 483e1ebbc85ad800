package org.handrail.intake.inquiry.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.handrail.intake.inquiry.NewInquiry;
import org.handrail.intake.limit.web.RateLimits;
import org.handrail.intake.limit.web.RemoteAddresses;

/**
 * Keeps the form from being made to mail strangers: from one address so many receipts a day go out, whomever they are
 * for. Every inquiry is taken all the same, and staff call. How many go to one address, notifier-service counts.
 */
class ReceiptsHeld {

    private final RateLimits limits;
    private final RemoteAddresses addresses;
    private final Counter held;

    ReceiptsHeld(RateLimits limits, RemoteAddresses addresses, MeterRegistry meters) {
        this.limits = limits;
        this.addresses = addresses;
        this.held = meters.counter("handrail.intake.receipts.held");
    }

    NewInquiry overTheLimit(NewInquiry inquiry, HttpServletRequest request) {
        if (!inquiry.asksForReceipt() || limits.ofReceipt(addresses.of(request)).isEmpty()) {
            return inquiry;
        }
        held.increment();
        return inquiry.withoutReceipt();
    }
}
