package org.handrail.notifier.bounce.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.handrail.notifier.bounce.Returns;
import org.handrail.notifier.bounce.SentMails.Sent;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** What came back, in PostgreSQL. What hangs on a client goes when the client's details go. */
public final class JdbcReturns implements Returns {

    private static final Duration COUNTS = Duration.ofDays(90);
    private static final Duration REMEMBERED = Duration.ofDays(400);
    /** A server that can't deliver says so within some days, most within minutes. */
    private static final Duration SILENCE = Duration.ofDays(1);

    private static final String ENTER = """
            insert into returned_mail (digest, taken_at) values (?, ?) on conflict do nothing
            """;
    private static final String FORGET = """
            delete from returned_mail where taken_at < ?
            """;
    private static final String KEEP_SOFT = """
            insert into soft_bounce (delivery_id, client_id, address_version, bounced_at)
            select ?::uuid, client_id, ?, ? from contact where client_id = ? for key share
            on conflict do nothing
            """;
    private static final String SOFT = """
            select bounced_at from soft_bounce where client_id = ? and address_version = ? and bounced_at > ?
            """;
    private static final String ARRIVED = """
            select capped_at from delivery
            where client_id = ? and address_version = ? and state = 'SENT' and capped_at between ? and ?
            order by capped_at desc limit 100
            """;
    private static final String KEEP_REPLY = """
            insert into reply (id, client_id, delivery_id, urgent, text, received_at)
            select ?::uuid, client_id, ?::uuid, ?, ?, ? from contact where client_id = ? for key share
            on conflict do nothing
            """;

    private static final String REPLIES = """
            select * from reply where client_id = ? order by received_at desc, id limit 50
            """;

    private final JdbcTemplate jdbc;

    public JdbcReturns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean enter(String digest, Instant at) {
        return jdbc.update(ENTER, digest, Columns.utc(at)) == 1;
    }

    @Override
    public void keepSoftBounce(Sent sent, Instant at) {
        jdbc.update(KEEP_SOFT, sent.deliveryId(), sent.addressVersion(), Columns.utc(at), sent.clientId());
    }

    @Override
    public SoftHistory softHistory(UUID clientId, int addressVersion) {
        Instant newest = jdbc.queryForObject("select coalesce(max(bounced_at), 'epoch') from soft_bounce where client_id = ?",
                OffsetDateTime.class, clientId).toInstant();
        OffsetDateTime from = Columns.utc(newest.minus(COUNTS));
        return new SoftHistory(
                instants(SOFT, clientId, addressVersion, from),
                instants(ARRIVED, clientId, addressVersion, from, Columns.utc(newest.minus(SILENCE))));
    }

    @Override
    public boolean keepReply(Reply reply) {
        return jdbc.update(KEEP_REPLY, reply.id(), reply.deliveryId(), reply.urgent(), reply.text(),
                Columns.utc(reply.at()), reply.clientId()) == 1;
    }

    @Override
    public List<Reply> repliesOf(UUID clientId) {
        return jdbc.query(REPLIES, (row, n) -> new Reply(row.getObject("id", UUID.class),
                row.getObject("client_id", UUID.class), row.getObject("delivery_id", UUID.class),
                row.getBoolean("urgent"), row.getString("text"), Columns.instant(row, "received_at")), clientId);
    }

    /** A message older than that is long out of the mailbox. */
    public void forgetOld(Instant now) {
        jdbc.update(FORGET, Columns.utc(now.minus(REMEMBERED)));
    }

    private List<Instant> instants(String query, Object... arguments) {
        return jdbc.queryForList(query, OffsetDateTime.class, arguments).stream().map(OffsetDateTime::toInstant)
                .toList();
    }
}
