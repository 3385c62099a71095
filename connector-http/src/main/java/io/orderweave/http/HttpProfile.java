package io.orderweave.http;

import io.orderweave.value.ValueStyle;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** How to talk to one account at one outside system over HTTP. Made by connectors, one per account; immutable. */
@Value.Immutable
@ValueStyle
public interface HttpProfile {

    /** Names the system in faults and logs, for example {@code allegro}. */
    String system();

    /** What the paths of the API interface are relative to, with or without a slash at the end. */
    URI baseUrl();

    String userAgent();

    @Value.Default
    @Value.Redacted
    default Credentials credentials() {
        return Credentials.none();
    }

    /** Signs what is sent, beside the credentials. */
    @Value.Redacted
    Optional<RequestSigner> signer();

    /** The budget that every call takes from; usually shared by several accounts. */
    Optional<RateBudget> budget();

    @Value.Default
    default RetryPolicy retries() {
        return RetryPolicy.STANDARD;
    }

    @Value.Default
    default Duration connectTimeout() {
        return Duration.ofSeconds(10);
    }

    /** The longest silence while reading an answer or sending a request. */
    @Value.Default
    default Duration readTimeout() {
        return Duration.ofSeconds(30);
    }

    /** How long one request may take in all, from the wait for its budget to the last byte of its answer. */
    @Value.Default
    default Duration callDeadline() {
        return Duration.ofSeconds(60);
    }

    /** The most bytes of an answer, unpacked. */
    @Value.Default
    default long largestAnswer() {
        return 16L * 1024 * 1024;
    }

    /** The response header that holds the other side's id of a request. */
    Optional<String> requestIdHeader();

    /** Finds the codes in the body of a refusal. */
    @Value.Default
    @Value.Redacted
    default ErrorCodes errorCodes() {
        return ErrorCodes.none();
    }

    /** The statuses that mean: the credentials do not serve. */
    @Value.Default
    default Set<Integer> authorisationStatuses() {
        return Set.of(401, 403);
    }

    Clock clock();

    @Value.Default
    @Value.Redacted
    default Sleeper sleeper() {
        return Sleeper.ofThread();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link HttpProfile}s. */
    final class Builder extends ImmutableHttpProfile.Builder {
        Builder() {}
    }
}
