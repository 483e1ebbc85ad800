package org.handrail.notifier.link.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AppointmentAnswered.Answer;
import org.handrail.contract.intake.StopRequested;
import org.handrail.notifier.answer.AppointmentAnswers;
import org.handrail.notifier.answer.Asked;
import org.handrail.notifier.answer.GivenAnswer;
import org.handrail.notifier.answer.Standing;
import org.handrail.notifier.choice.Choices;
import org.handrail.notifier.choice.Chosen;
import org.handrail.notifier.choice.ClientChoices;
import org.handrail.notifier.choice.ContactWish;
import org.handrail.notifier.choice.ContactWishes;
import org.handrail.notifier.consent.AddressConfirmations;
import org.handrail.notifier.consent.Stops;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.FixedLinkKeys;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.MailAddress;
import org.handrail.platform.PlatformConfiguration;
import org.handrail.platform.time.SettableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The pages on a real server, with a ledger that only notes what it is told. Without a stereotype, so that the
 * service's own scan does not find it.
 */
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, LinkPagesConfiguration.class})
class LinkPagesApplication {

    static final Instant NOW = Instant.parse("2026-05-04T13:05:00Z");

    /** Tuesday, May 5, 9:30 in New York. */
    static final Standing.Open BOOKED =
            new Standing.Open(Instant.parse("2026-05-05T13:30:00Z"), "America/New_York", "main", null);

    /** What reached the ledger. */
    static final class Ledger implements Stops, AddressConfirmations {

        record Confirmed(UUID clientId, int addressVersion, HowGiven how) {
        }

        final List<StopRequested> stops = new CopyOnWriteArrayList<>();
        final List<Confirmed> confirmed = new CopyOnWriteArrayList<>();
        volatile boolean current = true;

        @Override
        public Instant stop(StopRequested stop) {
            stops.add(stop);
            return stop.occurredAt();
        }

        @Override
        public boolean confirm(UUID clientId, int addressVersion, HowGiven how, Instant at) {
            confirmed.add(new Confirmed(clientId, addressVersion, how));
            return current;
        }
    }

    /** One appointment, which stands as the test says, and what was answered about it. */
    static final class Answers implements AppointmentAnswers {

        final List<Answer> given = new CopyOnWriteArrayList<>();
        volatile Standing standing = BOOKED;

        @Override
        public Standing look(Asked asked) {
            return standing;
        }

        @Override
        public Standing answer(Asked asked, Answer answer) {
            given.add(answer);
            return stands(new GivenAnswer(UUID.randomUUID(), answer, NOW));
        }

        @Override
        public Standing undo(Asked asked) {
            given.add(Answer.UNDONE);
            return stands(null);
        }

        private Standing stands(@Nullable GivenAnswer now) {
            standing = standing instanceof Standing.Open open
                    ? new Standing.Open(open.startsAt(), open.zone(), open.siteId(), now) : standing;
            return standing;
        }
    }

    /** Choices of anybody, and what was chosen. */
    static final class ChoicesOfTheTest implements ClientChoices {

        final List<Chosen> chosen = new CopyOnWriteArrayList<>();
        volatile boolean known = true;

        @Override
        public Optional<Current> of(UUID clientId) {
            return known ? Optional.of(new Current(Choices.DISCREET, EnumSet.of(Purpose.APPOINTMENT_REMINDERS),
                    Language.EN, "America/New_York"))
                    : Optional.empty();
        }

        @Override
        public void choose(Chosen one) {
            chosen.add(one);
        }
    }

    /** What reached intake-service. */
    static final class Wishes implements ContactWishes {

        final List<ContactWish> brought = new CopyOnWriteArrayList<>();

        @Override
        public void bring(ContactWish wish) {
            brought.add(wish);
        }

        @Override
        public void retry() {
            throw new UnsupportedOperationException("no page does that");
        }
    }

    /** What was asked of another address, and answered. */
    static final class NewAddresses implements AddressWishes {

        final List<String> acts = new CopyOnWriteArrayList<>();
        volatile boolean open = true;

        @Override
        public boolean mayAsk(UUID clientId, int addressVersion) {
            return addressVersion == 1;
        }

        @Override
        public void ask(UUID clientId, int addressVersion, MailAddress address, Language language) {
            acts.add("ask " + addressVersion + " " + address.value());
        }

        @Override
        public boolean isOpen(UUID clientId, UUID wishId) {
            return open;
        }

        @Override
        public Confirmed confirm(UUID clientId, UUID wishId) {
            acts.add("confirm");
            return open ? Confirmed.MOVED : Confirmed.OUTDATED;
        }

        @Override
        public void decline(UUID clientId, UUID wishId) {
            acts.add("decline");
        }

        @Override
        public void resume() {
            throw new UnsupportedOperationException("no page does that");
        }
    }

    @Bean
    NewAddresses newAddresses() {
        return new NewAddresses();
    }

    @Bean
    @Primary
    AddressesAsked addressesAskedOfTheTest(AtomicLong guessNanos) {
        return new AddressesAsked(guessNanos::get);
    }

    @Bean
    Wishes wishes() {
        return new Wishes();
    }

    @Bean
    ChoicesOfTheTest choices() {
        return new ChoicesOfTheTest();
    }

    @Bean
    Ledger ledger() {
        return new Ledger();
    }

    @Bean
    Answers answers() {
        return new Answers();
    }

    @Bean
    @Primary
    WrongDays wrongDaysOfTheTest(AtomicLong guessNanos) {
        return new WrongDays(guessNanos::get);
    }

    @Bean
    @Primary
    Clock standingClock() {
        return new SettableClock(NOW);
    }

    @Bean
    AtomicLong guessNanos() {
        return new AtomicLong();
    }

    @Bean
    @Primary
    GuessLimit guessLimitOfTheTest(AtomicLong guessNanos) {
        return new GuessLimit(guessNanos::get);
    }

    @Bean
    LinkTokens linkTokens() {
        return new LinkTokens(new FixedLinkKeys());
    }

    @Bean
    ClientLinks clientLinks(LinkTokens tokens) {
        return new ClientLinks(URI.create("http://localhost"), tokens);
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable).authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .build();
    }
}
