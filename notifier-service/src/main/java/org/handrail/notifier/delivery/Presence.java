package org.handrail.notifier.delivery;

/** Which sending processes are alive, and what becomes of the work of those that are not. */
public interface Presence {

    /** This process is alive; an earlier one in the same place is not. */
    void appear();

    void beat();

    /** Nothing is left to do here. */
    void leave();

    /**
     * What dead processes had SENDING becomes UNKNOWN, and is told: it may have gone. Nothing is sent again blindly.
     *
     * @return how many
     */
    int takeOver();
}
