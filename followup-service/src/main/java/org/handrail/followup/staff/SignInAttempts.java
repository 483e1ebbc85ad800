package org.handrail.followup.staff;

import java.time.Instant;
import java.util.UUID;

/** Attempts to sign in, shared by all instances. Names and addresses are kept as digests only. */
public interface SignInAttempts {

    /** Counts one more attempt, before its password is looked at, and tells how many there were. */
    Counts enter(UUID attempt, String nameDigest, String addressDigest, Instant at, Instant since);

    /** It was refused without a look at its password, so it does not count. */
    void withdraw(UUID attempt);

    /** It was a good one: nobody waits because of it or of the earlier ones from there, and the address is known. */
    void succeeded(String nameDigest, String addressDigest, Instant at);

    void forgetBefore(Instant at);

    /**
     * Failed or undecided attempts since, without the one just entered.
     *
     * @param forBoth      for this name from this address
     * @param forName      for this name from anywhere
     * @param fromAddress  for any name from this address
     * @param addressKnown somebody signed in under this name from this address before
     */
    record Counts(int forBoth, int forName, int fromAddress, boolean addressKnown) {
    }
}
