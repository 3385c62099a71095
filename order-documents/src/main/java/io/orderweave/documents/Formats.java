package io.orderweave.documents;

import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.party.Country;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes dates, amounts, rates and countries the way a language does. Exact: no amount is rounded. */
final class Formats {

    private final Language language;
    private final DateTimeFormatter dates;
    private final DecimalFormatSymbols symbols;

    Formats(Language language) {
        this.language = language;
        this.dates = DateTimeFormatter.ofPattern(language.datePattern(), language.locale());
        this.symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(language.grouping());
        symbols.setDecimalSeparator(language.decimal());
        symbols.setMinusSign('-');
    }

    String date(LocalDate day) {
        return dates.format(day);
    }

    /** The amount and its currency, for example {@code 1 234,50 CZK}. */
    String money(Money money) {
        return amount(money) + Language.NO_BREAK_SPACE + money.currency().getCurrencyCode();
    }

    /** The amount alone, for columns whose currency is said elsewhere. */
    String amount(Money money) {
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }

    String quantity(int pieces) {
        return new DecimalFormat("#,##0", symbols).format(BigDecimal.valueOf(pieces));
    }

    String rate(VatRate rate) {
        return rate.percent().toPlainString().replace('.', language.decimal()) + language.percent();
    }

    String country(Country country) {
        return new Locale("", country.code()).getDisplayCountry(language.locale());
    }
}
