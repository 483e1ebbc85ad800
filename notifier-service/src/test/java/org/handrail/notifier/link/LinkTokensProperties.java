package org.handrail.notifier.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;

/** A token is good for the one thing, of the one client, that it was made for. */
class LinkTokensProperties {

    private static final Instant NOW = Instant.parse("2026-05-04T13:00:00Z");

    private final LinkTokens tokens = new LinkTokens(new FixedLinkKeys());

    /** Equal in each part: kind, client, what it is about, language and end. */
    @Property
    void opensAsWhatItIsAndAsNothingElse(@ForAll("links") ClientLink link, @ForAll("links") ClientLink other) {
        String token = tokens.seal(link, NOW);

        assertThat(tokens.open(token)).hasValue(link);
        if (!other.equals(link)) {
            assertThat(tokens.open(token)).isNotEqualTo(tokens.open(tokens.seal(other, NOW)));
        }
    }

    @Property
    void opensNotAtAllWithAnyBitChanged(@ForAll("links") ClientLink link, @ForAll @IntRange(max = 10_000) int where) {
        byte[] bytes = Base64.getUrlDecoder().decode(tokens.seal(link, NOW));
        bytes[where / 8 % bytes.length] ^= (byte) (1 << where % 8);

        assertThat(tokens.open(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))).isEmpty();
    }

    /** Neither half of one goes with half of another, though both are ours; cut inside nonce or text. */
    @Property
    void opensNotWhenSewnTogether(@ForAll("links") ClientLink one, @ForAll("links") ClientLink other,
            @ForAll @IntRange(min = 20, max = 50) int cut) {
        String sewn = tokens.seal(one, NOW).substring(0, cut) + tokens.seal(other, NOW).substring(cut);

        assertThat(tokens.open(sewn)).isEmpty();
    }

    @Property
    void opensNothingMadeUp(@ForAll String text) {
        assertThat(tokens.open(text)).isEmpty();
        assertThat(tokens.open((text + "A".repeat(76)).substring(0, 76))).isEmpty();
    }

    @Provide
    Arbitrary<ClientLink> links() {
        Arbitrary<UUID> ids = Arbitraries.randomValue(random -> new UUID(random.nextLong(), random.nextLong()));
        Arbitrary<Instant> ends = Arbitraries.longs().between(0, 200_000)
                .map(hours -> NOW.plusSeconds(hours * 3600));
        Arbitrary<Integer> versions = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        return Combinators.combine(Arbitraries.integers().between(0, 4), ids, ids, versions,
                Arbitraries.of(Purpose.class), Arbitraries.of(Language.class), ends).as(LinkTokensProperties::link);
    }

    private static ClientLink link(int kind, UUID client, UUID thing, int version, Purpose purpose, Language language,
            Instant end) {
        return switch (kind) {
            case 0 -> new ClientLink.Stop(client, purpose, language, end);
            case 1 -> new ClientLink.ConfirmAddress(client, version, language, end);
            case 2 -> new ClientLink.Answer(client, thing, version, language, end);
            case 3 -> new ClientLink.Preferences(client, version, language, end);
            default -> new ClientLink.NewAddress(client, thing, language, end);
        };
    }
}
