package io.orderweave.examples.shop;

/** What the program tells the shell. */
public final class ExitCodes {

    public static final int DONE = 0;

    /** Failed, wrongly used, or wrongly configured. */
    public static final int FAILED = 1;

    /** A person must look: something is in doubt or in quarantine. */
    public static final int LOOK = 2;

    private ExitCodes() {}
}
