package io.orderweave.connectors.merchantpro;

import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.http.UnreadablePartException;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an order that only MerchantPro writes so: amounts are JSON numbers, up to four decimals, without currency. */
final class OrderParts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 6;

    private OrderParts() {}

    static Currency currency(@Nullable String code) {
        try {
            return Currency.getInstance(required(text(code).orElse(null), "$.currency"));
        } catch (IllegalArgumentException e) {
            throw new UnreadablePartException("$.currency", "an ISO 4217 code");
        }
    }

    static Money money(@Nullable BigDecimal amount, Currency currency, String path) {
        return Money.of(required(amount, path), currency);
    }

    /** The amount, unless absent or zero. */
    static Optional<Money> amount(@Nullable BigDecimal amount, Currency currency) {
        return amount == null || amount.signum() == 0 ? Optional.empty() : Optional.of(Money.of(amount, currency));
    }

    /** A percentage that is none is taken for none told. */
    static Optional<VatRate> vatRate(@Nullable BigDecimal percent) {
        return Optional.ofNullable(percent)
                .filter(rate -> rate.signum() >= 0 && rate.compareTo(HUNDRED) <= 0)
                .filter(rate -> rate.stripTrailingZeros().scale() <= MOST_DECIMALS)
                .map(VatRate::new);
    }
}
