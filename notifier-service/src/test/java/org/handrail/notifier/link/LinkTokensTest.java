package org.handrail.notifier.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.junit.jupiter.api.Test;

class LinkTokensTest {

    private static final Instant NOW = Instant.parse("2026-05-04T13:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-04T13:00:00Z");
    private static final UUID CLIENT = UUID.fromString("0b9c4f0e-1111-4222-8333-00000000abcd");

    private final LinkTokens tokens = new LinkTokens(new FixedLinkKeys());

    @Test
    void opensWhatItSealed() {
        for (Language language : Language.values()) {
            for (Purpose purpose : Purpose.values()) {
                ClientLink stop = new ClientLink.Stop(CLIENT, purpose, language, LATER);
                assertThat(tokens.open(tokens.seal(stop, NOW))).hasValue(stop);
            }
            ClientLink confirm = new ClientLink.ConfirmAddress(CLIENT, Integer.MAX_VALUE, language, LATER);
            assertThat(tokens.open(tokens.seal(confirm, NOW))).hasValue(confirm);
            assertThat(tokens.open(tokens.seal(answer(language), NOW))).hasValue(answer(language));
            ClientLink preferences = new ClientLink.Preferences(CLIENT, 3, language, LATER);
            assertThat(tokens.open(tokens.seal(preferences, NOW))).hasValue(preferences);
            ClientLink address = new ClientLink.NewAddress(CLIENT, UUID.randomUUID(), language, LATER);
            assertThat(tokens.open(tokens.seal(address, NOW))).hasValue(address);
        }
    }

    @Test
    void opensNothingThatWasChangedInAnyPlace() {
        for (String token : List.of(stop(), tokens.seal(answer(Language.EN), NOW))) {
            for (int i = 0; i < token.length(); i++) {
                char other = token.charAt(i) == 'A' ? 'B' : 'A';
                assertThat(tokens.open(token.substring(0, i) + other + token.substring(i + 1))).isEmpty();
            }
            assertThat(tokens.open(token + "A")).isEmpty();
            assertThat(tokens.open(token.substring(1))).isEmpty();
        }
        assertThat(tokens.open("")).isEmpty();
    }

    @Test
    void opensNothingOfAnotherKey() {
        assertThat(new LinkTokens(new FixedLinkKeys(1, (byte) 8)).open(stop())).isEmpty();
        assertThat(new LinkTokens(new FixedLinkKeys(2, (byte) 7)).open(stop())).isEmpty();
    }

    @Test
    void looksDifferentEachTimeAndTellsNothing() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String token = stop();
            assertThat(seen.add(token)).isTrue();
            assertThat(token).matches("[A-Za-z0-9_-]{76}");
        }
    }

    @Test
    void findsTheDeliveryBehindAReturnPathWhateverItsCaseBecame() {
        ReturnPaths paths = new ReturnPaths(new FixedLinkKeys());
        UUID delivery = UUID.randomUUID();
        String token = paths.tokenFor(delivery, NOW);

        assertThat(paths.deliveryOf(token)).hasValue(delivery);
        assertThat(paths.deliveryOf(token.toUpperCase(java.util.Locale.ROOT))).hasValue(delivery);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == '0' ? '1' : '0';
            assertThat(paths.deliveryOf(token.substring(0, i) + other + token.substring(i + 1))).isEmpty();
        }
    }

    private static ClientLink.Answer answer(Language language) {
        return new ClientLink.Answer(CLIENT, UUID.fromString("5d1f9b3e-0000-4000-8000-00000000beef"), 7, language, LATER);
    }

    private String stop() {
        return tokens.seal(new ClientLink.Stop(CLIENT, Purpose.FOLLOW_UP, Language.EN, LATER), NOW);
    }
}
