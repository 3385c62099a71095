package io.orderweave.bankmail;

import io.orderweave.value.ValueStyle;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** The settings of one mailbox that receives banks' notices. Made by the host; immutable. */
@Value.Immutable
@ValueStyle
public interface BankMailbox {

    /** The secret addresses that its mails are delivered to: one, or two while a new one replaces an old one at the bank. */
    @Value.Redacted
    List<SecretAddress> recipients();

    /** The accounts whose notices are believed; at least one. */
    List<OwnAccount> ownAccounts();

    @Value.Default
    default AuthenticationPolicy policy() {
        return AuthenticationPolicy.REQUIRE;
    }

    /**
     * The name by which the own mail server signs its {@code Authentication-Results} (RFC 8601, authserv-id), exactly. That
     * server must remove such fields of strangers, as RFC 8601 section 5 demands. Required unless the policy is
     * {@link AuthenticationPolicy#OFF}.
     */
    Optional<String> authservId();

    /**
     * Addresses of people who may forward a bank's notice by their mail program. Their mails are authenticated by their own
     * domain, and everything a notice says is then their word. Empty unless really needed.
     */
    @Value.Redacted
    Set<String> allowedForwarders();

    /** In which the banks' days and times are told. */
    @Value.Default
    default ZoneId zone() {
        return ZoneId.of("Europe/Prague");
    }

    /** Older notices are refused: money of a past that has been dealt with otherwise, or a mail sent again. */
    @Value.Default
    default Duration maxAge() {
        return Duration.ofDays(60);
    }

    @Value.Default
    default MailLimits limits() {
        return MailLimits.STANDARD;
    }

    @Value.Check
    default void check() {
        if (recipients().isEmpty() || ownAccounts().isEmpty()) {
            throw new IllegalArgumentException("a mailbox has at least one recipient and one own account");
        }
        if (policy() != AuthenticationPolicy.OFF
                && authservId().filter(id -> !id.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("policy " + policy() + " needs the authserv-id of the own mail server");
        }
        if (maxAge().isNegative() || maxAge().isZero()) {
            throw new IllegalArgumentException("the greatest age of a notice must be positive");
        }
    }

    /** Whether this plain address belongs to somebody who may forward. */
    default boolean mayForward(String address) {
        return allowedForwarders().stream()
                .anyMatch(allowed -> allowed.toLowerCase(Locale.ROOT).equals(address.toLowerCase(Locale.ROOT)));
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link BankMailbox}es. */
    final class Builder extends ImmutableBankMailbox.Builder {
        Builder() {}
    }
}
