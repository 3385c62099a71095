package io.orderweave.internal.effects;

import io.orderweave.document.BankAccount;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.document.VatSummary;
import io.orderweave.id.DocumentId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Charge;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.payment.PaymentMatcher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A document before it has a number: what it bills, and whether it can be issued at all. Pure. */
final class DocumentDraft {

    private static final int LONGEST_SYMBOL = 10;

    private final DocumentKind kind;
    private final Order order;
    private final Seller seller;
    private final List<DocumentLine> lines;

    private DocumentDraft(DocumentKind kind, Order order, Seller seller, List<DocumentLine> lines) {
        this.kind = kind;
        this.order = order;
        this.seller = seller;
        this.lines = lines;
    }

    /** A draft over these pieces and charges of the order. */
    static DocumentDraft of(
            DocumentKind kind, Order order, Seller seller, Map<LineId, Integer> pieces, List<Charge> charges) {
        List<DocumentLine> lines = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            Integer quantity = pieces.get(line.id());
            if (quantity != null) {
                lines.add(DocumentLine.builder()
                        .line(line.id())
                        .description(line.name())
                        .sku(line.sku())
                        .quantity(quantity)
                        .unitPrice(line.unitPrice())
                        .vatRate(rate(seller, line.vatRate()))
                        .build());
            }
        }
        for (Charge charge : charges) {
            if (!charge.amount().isZero()) {
                lines.add(DocumentLine.builder()
                        .charge(charge.id())
                        .description(charge.name())
                        .quantity(1)
                        .unitPrice(charge.amount())
                        .vatRate(rate(seller, charge.vatRate()))
                        .build());
            }
        }
        return new DocumentDraft(kind, order, seller, lines);
    }

    private static Optional<VatRate> rate(Seller seller, Optional<VatRate> told) {
        return seller.vatPayer() ? told.or(seller::defaultVatRate) : Optional.empty();
    }

    /** Why it cannot be issued; empty when it can. */
    Optional<String> obstacle() {
        if (lines.isEmpty()) {
            return Optional.of("order " + order.id() + " has nothing to bill");
        }
        if (seller.vatPayer()) {
            for (DocumentLine line : lines) {
                if (line.vatRate().isEmpty()) {
                    return Optional.of("the channel told no VAT rate for "
                            + line.line()
                                    .map(id -> "line " + id)
                                    .orElseGet(() -> "charge " + line.charge().orElseThrow())
                            + " and seller " + seller.id() + " has no default rate");
                }
            }
        }
        return Optional.empty();
    }

    /** The day of issue in the seller's zone. */
    LocalDate day(Instant now) {
        return now.atZone(seller.zone()).toLocalDate();
    }

    /** The document under its number. */
    Document issue(DocumentId id, NumberSeries series, String number, Instant now) {
        LocalDate day = day(now);
        return Document.builder()
                .id(id)
                .kind(kind)
                .number(number)
                .series(series.id())
                .seller(seller.id())
                .sellerProfile(seller.profile())
                .sellerIsVatPayer(seller.vatPayer())
                .order(order.id())
                .orderNumber(order.number())
                .buyer(order.invoicedParty())
                .recipient(order.delivery().recipient())
                .issuedAt(now)
                .issueDate(day)
                .taxDate(day)
                .dueDate(day.plusDays(seller.paymentTermDays()))
                .currency(order.currency())
                .lines(lines)
                .vat(vat())
                .total(total())
                .paid(order.progress().paid().minus(order.progress().refunded()).min(total()))
                .variableSymbol(symbol(number))
                .payTo(payTo())
                .paymentMethod(order.payment().method())
                .language(seller.language())
                .build();
    }

    /** What the courier collects is not to be transferred as well. */
    private Optional<BankAccount> payTo() {
        return order.payment().timing() == PaymentTerms.Timing.ON_DELIVERY
                ? Optional.empty()
                : seller.accountFor(order.currency());
    }

    private Money total() {
        return lines.stream().map(DocumentLine::total).reduce(Money.zero(order.currency()), Money::plus);
    }

    /** VAT is rounded once for each rate, on the rate's sum: so base and VAT add up to the gross of the rate. */
    private List<VatSummary> vat() {
        Map<VatRate, Money> gross = new TreeMap<>();
        for (DocumentLine line : lines) {
            line.vatRate().ifPresent(rate -> gross.merge(rate, line.total(), Money::plus));
        }
        List<VatSummary> summaries = new ArrayList<>();
        gross.forEach((rate, sum) -> {
            Money vat = rate.containedIn(sum);
            summaries.add(new VatSummary(rate, sum.minus(vat), vat, sum));
        });
        return summaries;
    }

    /** The number's digits, the last ten of them: what banks take as variable symbol. */
    private static String symbol(String number) {
        String digits = PaymentMatcher.canonicalSymbol(number);
        return digits.substring(Math.max(0, digits.length() - LONGEST_SYMBOL));
    }
}
