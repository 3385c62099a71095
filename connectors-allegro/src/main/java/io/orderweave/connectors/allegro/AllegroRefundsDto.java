package io.orderweave.connectors.allegro;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refunds that were found. */
record AllegroRefundsDto(@Nullable List<@Nullable AllegroRefundDto> refunds) {}
