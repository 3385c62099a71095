package io.orderweave.effect;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderweave.event.Subject;

/**
 * The business key of an effect: planning the same key twice is one effect.
 *
 * @param discriminator names the intent, never a count of attempts: {@code final/1}, a tracking number, a cause
 */
public record EffectKey(Subject subject, EffectKind kind, String discriminator) {

    public EffectKey {
        if (discriminator.isBlank() || discriminator.length() > 200) {
            throw new IllegalArgumentException("an effect's discriminator is 1 to 200 characters");
        }
    }

    /** Parses {@code order/0196.../invoice/final/1}. */
    @JsonCreator
    public static EffectKey parse(String text) {
        String[] parts = text.split("/", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException(
                    "an effect key is subject kind/subject id/kind/discriminator, not: " + text);
        }
        return new EffectKey(new Subject(parts[0], parts[1]), new EffectKind(parts[2]), parts[3]);
    }

    /** For example {@code order/0196.../invoice/final/1}. */
    @Override
    @JsonValue
    public String toString() {
        return subject + "/" + kind + "/" + discriminator;
    }
}
