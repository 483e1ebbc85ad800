package org.handrail.followup.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Slows guessing down without locking anybody out: a wait ends by itself, and whoever guesses from elsewhere does not
 * make a person wait at an address that they have signed in from before.
 */
public final class SignInThrottle {

    public static final Duration WINDOW = Duration.ofMinutes(15);

    static final int FOR_ONE_NAME_FROM_ONE_ADDRESS = 5;
    static final int FOR_ONE_NAME = 25;
    static final int FROM_ONE_ADDRESS = 60;

    private final SignInAttempts attempts;
    private final Clock clock;

    public SignInThrottle(SignInAttempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Counts the attempt and says whether its password may be looked at. */
    public boolean allows(String signInName, String address) {
        Instant now = clock.instant();
        UUID attempt = UUID.randomUUID();
        SignInAttempts.Counts earlier = attempts.enter(
                attempt, digest(Credentials.normalized(signInName)), digest(address), now, now.minus(WINDOW));
        boolean allowed = earlier.forBoth() < FOR_ONE_NAME_FROM_ONE_ADDRESS
                && (earlier.addressKnown()
                        || earlier.fromAddress() < FROM_ONE_ADDRESS && earlier.forName() < FOR_ONE_NAME);
        if (!allowed) {
            // trying again while waiting does not make the wait longer
            attempts.withdraw(attempt);
        }
        return allowed;
    }

    public void succeeded(String signInName, String address) {
        attempts.succeeded(digest(Credentials.normalized(signInName)), digest(address), clock.instant());
    }

    public void forgetOld() {
        attempts.forgetBefore(clock.instant().minus(WINDOW));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
