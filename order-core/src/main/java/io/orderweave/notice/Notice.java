package io.orderweave.notice;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.OrderId;
import io.orderweave.value.ValueStyle;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** A message ready to be sent: rendered, addressed. Prints nothing personal. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableNotice.class)
public interface Notice {

    /** The same for the same message: what the other side may tell repetitions by. */
    String key();

    OrderId order();

    /** The name of its template. */
    String template();

    Audience audience();

    Locale language();

    NoticeTemplate.Content content();

    /** Plain text in one line. */
    @Value.Redacted
    String subject();

    /** Plain text or HTML, as {@link #content()} says. */
    @Value.Redacted
    String body();

    /** Of the buyer, where known; empty for operators, whom the host knows. */
    @Value.Redacted
    Optional<String> email();

    /** Of the buyer, as given; empty for operators, whom the host knows. */
    @Value.Redacted
    Optional<String> phone();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Notice}s. */
    final class Builder extends ImmutableNotice.Builder {
        Builder() {}
    }
}
