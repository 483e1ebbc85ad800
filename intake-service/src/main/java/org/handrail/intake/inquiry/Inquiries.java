package org.handrail.intake.inquiry;

import java.util.UUID;
import org.handrail.contract.intake.InquiryReceived;

/** The inquiries taken in; the call belongs to the caller's transaction. */
public interface Inquiries {

    void add(UUID inquiryId, InquiryReceived fact, String source, boolean suspicious);
}
