package io.orderweave.bankmail;

/** What a mailbox demands of the own mail server's verdict about a sender. */
public enum AuthenticationPolicy {
    /** A mail without a passing verdict is rejected. */
    REQUIRE,
    /** It is read, logged, and marked {@link Authenticity#UNVERIFIED}; for a trial period only. */
    WARN,
    /** Verdicts are not looked at. Anybody who learns the secret address can then write payments. */
    OFF
}
