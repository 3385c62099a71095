package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.required;

import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Price;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.money.Money;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a checkout form that only Allegro writes so. */
final class FormParts {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(\\.\\d{1,12})?");

    private FormParts() {}

    static Money money(@Nullable Price price, String path) {
        Price present = required(price, path);
        String amount = required(present.amount(), path + ".amount");
        if (!AMOUNT.matcher(amount).matches()) {
            throw new UnreadablePartException(path + ".amount", "a decimal number, not negative");
        }
        try {
            return Money.of(amount, required(present.currency(), path + ".currency"));
        } catch (IllegalArgumentException e) {
            throw new UnreadablePartException(path + ".currency", "an ISO 4217 code");
        }
    }
}
