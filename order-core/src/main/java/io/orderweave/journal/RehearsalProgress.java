package io.orderweave.journal;

/** Follows a rehearsal, and can stop it. Hosts implement it; called on the thread that rehearses. */
@FunctionalInterface
public interface RehearsalProgress {

    /** Lets it run to its end. */
    RehearsalProgress NONE = (done, orders) -> true;

    /**
     * Called now and then.
     *
     * @param done orders looked at
     * @param orders orders there are, as counted at the beginning
     * @return false to stop: the rehearsal then tells of the orders looked at
     */
    boolean goOn(long done, long orders);
}
