package org.handrail.notifier.dkim;

/** Why a key can't sign, in words for whoever made it; never with anything of the key. */
public final class UnusableKey extends Exception {

    public UnusableKey(String message) {
        super(message);
    }
}
