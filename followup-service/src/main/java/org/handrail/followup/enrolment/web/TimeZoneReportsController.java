package org.handrail.followup.enrolment.web;

import java.util.List;
import org.handrail.followup.enrolment.TimeZoneReleases;
import org.handrail.followup.enrolment.TimeZoneReport;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changes of the time zone database did to pending steps; for admins. */
@RestController
class TimeZoneReportsController {

    private static final int MOST = 50;

    private final TimeZoneReleases releases;
    private final TransactionOperations transaction;

    TimeZoneReportsController(TimeZoneReleases releases, TransactionOperations transaction) {
        this.releases = releases;
        this.transaction = transaction;
    }

    /** Newest first; none until the first change. */
    @GetMapping("/api/v1/time-zone-reports")
    List<TimeZoneReport> reports() {
        return transaction.execute(status -> releases.reports(MOST));
    }
}
