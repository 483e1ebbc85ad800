package org.handrail.notifier.delivery.bench;

import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.handrail.local.LocalPostgres;
import org.handrail.notifier.delivery.Mailer;
import org.handrail.notifier.delivery.SendingLoop;
import org.handrail.notifier.delivery.jdbc.TestSender;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.PlainRendering;
import org.handrail.notifier.testing.TestLedger;

/**
 * How fast the ledger lets mail go: drains reminders through last look, claim and settlement on a database that
 * writes through to the disk, into a mailer that takes a given time a message and no processor.
 *
 * <p>Arguments: number of reminders, connections, microseconds a message.
 */
public final class DrainBenchmark {

    private DrainBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        int reminders = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int connections = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        long micros = args.length > 2 ? Long.parseLong(args[2]) : 1000;
        Path directory = Files.createTempDirectory("drain");
        try (LocalPostgres postgres = LocalPostgres.builder().dataDirectory(directory).start();
                TestLedger ledger = new TestLedger(postgres.database(), 16)) {
            fill(ledger, reminders);
            ledger.jdbc.execute("vacuum analyze");
            TestSender sender = new TestSender(ledger, "bench");
            sender.presence.appear();
            CountDownLatch sent = new CountDownLatch(reminders);
            SendingLoop loop = sender.loop(sender.rounds(), new PlainRendering(), new Pause(connections, micros, sent));
            long begun = System.nanoTime();
            loop.start();
            while (!sent.await(200, TimeUnit.MILLISECONDS)) {
                loop.look();
            }
            loop.stop(Duration.ofSeconds(10));
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf("%,d reminders, %d connections, %d us a message: %.1f s, %,.0f a second; SENT %d%n",
                    reminders, connections, micros, seconds, reminders / seconds, ledger.count("SENT"));
        }
    }

    private static void fill(TestLedger ledger, int count) {
        for (int done = 0; done < count; done += 1000) {
            List<UUID> clients = Stream.generate(UUID::randomUUID).limit(Math.min(1000, count - done)).toList();
            ledger.inTransaction(() -> {
                ledger.contacts.keep(clients.stream().map(Given::contact).toList());
                ledger.addresses.readBack(clients.stream().map(client -> Given.readBack(client, 1)).toList(), NOW);
                ledger.consents.enter(
                        clients.stream().map(client -> Given.consent(client, FOLLOW_UP, NOW)).toList(), List.of());
                ledger.queue.take(clients.stream().map(Given::followUp).toList(), List.of());
            });
        }
    }

    private record Pause(int connections, long micros, CountDownLatch sent) implements Mailer {

        @Override
        public SendOutcome send(RenderedMail mail) {
            LockSupport.parkNanos(micros * 1000);
            sent.countDown();
            return new SendOutcome.Accepted();
        }
    }
}
