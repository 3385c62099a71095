package io.orderweave.internal.effects;

import io.orderweave.document.DocumentLine;
import io.orderweave.document.VatSummary;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums of VAT by rate, ascending. Pure. */
final class VatSums {

    private VatSums() {}

    /** VAT is rounded once for each rate, on the rate's sum: so base and VAT add up to the gross of the rate. */
    static List<VatSummary> of(List<DocumentLine> lines) {
        Map<VatRate, Money> gross = new TreeMap<>();
        for (DocumentLine line : lines) {
            line.vatRate().ifPresent(rate -> gross.merge(rate, line.total(), Money::plus));
        }
        List<VatSummary> sums = new ArrayList<>();
        gross.forEach((rate, sum) -> {
            Money vat = rate.containedIn(sum);
            sums.add(new VatSummary(rate, sum.minus(vat), vat, sum));
        });
        return sums;
    }

    /** Rate by rate, to the minor unit: nothing is rounded again. */
    static List<VatSummary> plus(List<VatSummary> sums, List<VatSummary> others) {
        Map<VatRate, VatSummary> byRate = new TreeMap<>();
        sums.forEach(sum -> byRate.put(sum.rate(), sum));
        others.forEach(other -> byRate.merge(other.rate(), other, VatSums::plus));
        return List.copyOf(byRate.values());
    }

    static List<VatSummary> negated(List<VatSummary> sums) {
        return sums.stream()
                .map(sum -> new VatSummary(
                        sum.rate(),
                        sum.base().negated(),
                        sum.vat().negated(),
                        sum.gross().negated()))
                .toList();
    }

    private static VatSummary plus(VatSummary one, VatSummary other) {
        return new VatSummary(
                one.rate(),
                one.base().plus(other.base()),
                one.vat().plus(other.vat()),
                one.gross().plus(other.gross()));
    }
}
