package org.handrail.notifier.bounce.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.notifier.bounce.Returns;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What clients wrote back, for the other service, which keeps none of it and writes down who read it. */
@RestController
class RepliesController {

    record ReplyView(UUID replyId, Instant at, boolean urgent, String text) {
    }

    private final Returns returns;

    RepliesController(Returns returns) {
        this.returns = returns;
    }

    @GetMapping(path = "/internal/clients/{id}/replies", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<ReplyView>> replies(@PathVariable UUID id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(returns.repliesOf(id).stream()
                .map(reply -> new ReplyView(reply.id(), reply.at(), reply.urgent(), reply.text())).toList());
    }
}
