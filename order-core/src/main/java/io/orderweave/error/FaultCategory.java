package io.orderweave.error;

/** The closed set of fault categories. */
public enum FaultCategory {
    /** The caller gave something impossible; the message names it and says what was expected. */
    INVALID_REQUEST,
    /** A setting, catalogue, rule set or map is wrong; raised when the hub is built or a configuration is saved. */
    INVALID_CONFIGURATION,
    /** The named thing does not exist. */
    NOT_FOUND,
    /** Somebody else changed the record first. */
    STALE_VERSION,
    /** The host's policy refused the command. */
    FORBIDDEN,
    /** Credentials are missing, expired or refused; the connection stops until a person acts. */
    AUTHORISATION,
    /** The other side asked us to slow down. */
    RATE_LIMITED,
    /** Network, time-out, 5xx, database unavailable: worth another try later. */
    TRANSIENT,
    /** The other side refused the request for what it says. */
    REJECTED,
    /** The other side answered something its contract does not allow. */
    CONTRACT,
    /** Data was written by a newer version of the library than this one. */
    NEWER_SCHEMA,
    /** A defect or a broken invariant. */
    INTERNAL
}
