package io.orderweave.document;

import io.orderweave.money.Money;
import io.orderweave.money.VatRate;

/** Sums of one VAT rate: {@code base + vat = gross} exactly. */
public record VatSummary(VatRate rate, Money base, Money vat, Money gross) {}
