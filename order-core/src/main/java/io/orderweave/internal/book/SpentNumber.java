package io.orderweave.internal.book;

import io.orderweave.effect.EffectKey;
import io.orderweave.id.SeriesId;
import java.time.Instant;
import java.util.Optional;

/**
 * A number that was spent in a time the restored backup knows nothing of: the effect that issues the document takes it instead of a new
 * one.
 *
 * @param pdf SHA-256 of the document's PDF
 */
public record SpentNumber(EffectKey effect, SeriesId series, String number, Instant issuedAt, Optional<String> pdf) {}
