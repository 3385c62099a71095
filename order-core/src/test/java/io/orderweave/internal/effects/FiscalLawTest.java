package io.orderweave.internal.effects;

import static io.orderweave.internal.effects.FiscalShop.ANNA;
import static io.orderweave.internal.effects.FiscalShop.issue;
import static io.orderweave.internal.effects.FiscalShop.onTag;
import static io.orderweave.internal.effects.FiscalShop.pln;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.VatSummary;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Order;
import io.orderweave.party.Party;
import io.orderweave.payment.Payment;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.TestShop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Law 7 for any sequence of partial payments, issue commands, credits and re-issues, by rules and people on two nodes: document chains
 * hold to the minor unit for each VAT rate, and fiscal cover is never double.
 */
class FiscalLawTest {

    private static final int SEEDS = 40;
    private static final int STEPS = 40;
    private static final List<String> RATES = List.of("23", "8", "5", "0", "21", "9.5");

    @TestFactory
    List<DynamicTest> chainsHoldToTheMinorUnitAndCoverIsNeverDouble() {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> new Run(seed).run()))
                .toList();
    }

    private static final class Run {

        private final Random random;
        private final FiscalShop shop = FiscalShop.with(onTag("one", issue(DocumentKind.INVOICE)));
        private final List<OrderHub> nodes =
                List.of(shop.hub, shop.open(builder -> builder.node("two").rules(shopRules())));
        private final List<OrderId> orders = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private int tags;

        Run(long seed) {
            this.random = new Random(seed);
        }

        private static RuleSet shopRules() {
            return RuleSet.of(1, onTag("one", issue(DocumentKind.INVOICE)));
        }

        void run() {
            orders.add(place("A1"));
            orders.add(place("A2"));
            for (int step = 0; step < STEPS; step++) {
                act(any(orders));
                if (random.nextInt(3) == 0) {
                    node().effects().runDue();
                    check();
                }
            }
            node().effects().runDue();
            check();
        }

        private OrderHub node() {
            return any(nodes);
        }

        private <T> T any(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        private OrderId place(String number) {
            NewOrder.Builder wanted = FiscalShop.wanted(number);
            int lines = 1 + random.nextInt(4);
            for (int i = 0; i < lines; i++) {
                String price = (1 + random.nextInt(300)) + "." + String.format("%02d", random.nextInt(100));
                wanted.addLine(FiscalShop.line("l" + i, 1 + random.nextInt(5), price, any(RATES)));
            }
            if (random.nextBoolean()) {
                wanted.addCharge(FiscalShop.charge("delivery", "4.99", any(RATES)));
            }
            if (random.nextInt(3) == 0) {
                wanted.addCharge(FiscalShop.charge("discount", "-0.77", any(RATES)));
            }
            return shop.hub.orders().place(wanted.build(), ANNA).id();
        }

        private void act(OrderId order) {
            int dice = random.nextInt(10);
            List<Payment> payments = shop.hub.payments().of(order);
            List<Document> documents = shop.chain(order).documents();
            if (dice < 3 || payments.isEmpty()) {
                long open = Math.max(100, shop.order(order).openAmount().minorUnits());
                Money amount = Money.ofMinor(
                        1 + random.nextInt((int) open), shop.order(order).currency());
                told.add("pay " + amount);
                node().payments().record(order, amount, ANNA);
            } else if (dice < 6) {
                told.add("advance");
                node().documents().issueAdvance(any(payments).id(), ANNA);
            } else if (dice < 7) {
                told.add("invoice");
                node().documents().issue(order, DocumentKind.INVOICE, ANNA);
            } else if (dice < 8) {
                told.add("rule");
                node().orders().addTag(order, "t" + tags++, ANNA);
            } else if (!documents.isEmpty()) {
                creditOrReissue(any(documents), dice == 8);
            }
        }

        private void creditOrReissue(Document document, boolean credit) {
            told.add((credit ? "credit " : "reissue ") + document.number());
            try {
                if (credit) {
                    node().documents().credit(document.id(), "cancelled", ANNA);
                } else {
                    Party party = Party.builder()
                            .company("Company " + random.nextInt(3))
                            .build();
                    node().documents().reissue(document.id(), party, ANNA);
                }
            } catch (OrderweaveException refused) {
                // Documents are chosen blindly: one that cannot be credited or issued again is refused, and nothing
                // changes.
                told.add("refused");
            }
        }

        private void check() {
            orders.forEach(this::check);
            for (NumberSeries series : TestShop.seller().series()) {
                Set<String> numbers = new HashSet<>();
                for (OrderId order : orders) {
                    shop.chain(order).documents().stream()
                            .filter(document -> document.series().equals(series.id()))
                            .forEach(document ->
                                    assertThat(numbers.add(document.number())).isTrue());
                }
                Set<String> gapless = new HashSet<>();
                for (int i = 1; i <= numbers.size(); i++) {
                    gapless.add(series.number(i, LocalDate.of(2026, 3, 1)));
                }
                assertThat(numbers).as("%s", told).isEqualTo(gapless);
            }
        }

        private void check(OrderId id) {
            Order order = shop.order(id);
            DocumentChain chain = shop.chain(id);
            List<Document> finals = chain.live(DocumentKind.INVOICE);
            assertThat(finals).as("live final invoices after %s", told).hasSizeLessThan(2);
            assertPaymentsInOneAdvance(chain);
            assertAdvancesDeductedOnce(chain);
            assertCreditsMirror(chain, order);
            Map<VatRate, VatSummary> expected = finals.isEmpty() ? sum(chain.live(DocumentKind.ADVANCE)) : sold(order);
            assertThat(sum(fiscal(chain))).as("sums by rate after %s", told).isEqualTo(expected);
            assertAdvancesAreWhatWasReceived(chain);
            for (Document invoice : finals) {
                assertThat(invoice.total().isNegative()).isFalse();
                assertThat(invoice.paid().isNegative()).isFalse();
                assertThat(invoice.total().isAtLeast(invoice.paid())).isTrue();
            }
        }

        private void assertPaymentsInOneAdvance(DocumentChain chain) {
            assertThat(chain.documents())
                    .filteredOn(document -> document.kind() == DocumentKind.ADVANCE)
                    .extracting(Document::payment)
                    .as("advances of payments after %s", told)
                    .doesNotHaveDuplicates();
        }

        private void assertAdvancesDeductedOnce(DocumentChain chain) {
            List<DocumentId> deducted = chain.live(DocumentKind.INVOICE).stream()
                    .flatMap(invoice -> invoice.lines().stream()
                            .flatMap(line -> line.advance().stream())
                            .distinct())
                    .toList();
            assertThat(deducted).as("deductions after %s", told).doesNotHaveDuplicates();
            if (!chain.live(DocumentKind.INVOICE).isEmpty()) {
                assertThat(chain.openAdvances())
                        .as("open advances after %s", told)
                        .isEmpty();
            }
        }

        private void assertCreditsMirror(DocumentChain chain, Order order) {
            List<Document> notes = chain.live(DocumentKind.CREDIT_NOTE);
            assertThat(notes).extracting(Document::corrects).doesNotHaveDuplicates();
            Money credited = pln("0");
            for (Document note : notes) {
                Document original = chain.find(note.corrects().orElseThrow()).orElseThrow();
                assertThat(note.vat()).isEqualTo(VatSums.negated(original.vat()));
                assertThat(note.total()).isEqualTo(original.total().negated());
                credited = credited.plus(original.total());
            }
            assertThat(order.progress().credited()).isEqualTo(credited);
            order.lines()
                    .forEach(line -> assertThat(order.progress().line(line.id()).invoiced()
                                    - order.progress().line(line.id()).credited())
                            .isBetween(0, line.quantity()));
        }

        private void assertAdvancesAreWhatWasReceived(DocumentChain chain) {
            for (Document advance : chain.live(DocumentKind.ADVANCE)) {
                Money received = shop.hub.payments().of(advance.order().orElseThrow()).stream()
                        .filter(payment -> advance.payment().equals(Optional.of(payment.id())))
                        .map(Payment::amount)
                        .findFirst()
                        .orElseThrow();
                assertThat(received.isAtLeast(advance.total())).isTrue();
                assertThat(advance.vat().stream().map(VatSummary::gross).reduce(pln("0"), Money::plus))
                        .isEqualTo(advance.total());
            }
        }

        private static List<Document> fiscal(DocumentChain chain) {
            return chain.documents().stream()
                    .filter(document -> document.kind() != DocumentKind.PROFORMA)
                    .toList();
        }

        /** By rate, rates that come to nothing left out. */
        private static Map<VatRate, VatSummary> sum(List<Document> documents) {
            Map<VatRate, VatSummary> sum = new TreeMap<>();
            documents.stream()
                    .map(Document::vat)
                    .reduce(List.of(), VatSums::plus)
                    .forEach(rate -> sum.put(rate.rate(), rate));
            sum.values().removeIf(rate -> rate.gross().isZero() && rate.vat().isZero());
            return sum;
        }

        /** What the law asks of the sale as a whole: VAT rounded once for each rate. Computed here on its own. */
        private static Map<VatRate, VatSummary> sold(Order order) {
            Map<VatRate, Money> gross = new TreeMap<>();
            order.lines().forEach(line -> gross.merge(line.vatRate().orElseThrow(), line.total(), Money::plus));
            order.charges()
                    .forEach(charge -> gross.merge(charge.vatRate().orElseThrow(), charge.amount(), Money::plus));
            Map<VatRate, VatSummary> sold = new TreeMap<>();
            gross.forEach((rate, sum) -> {
                Money vat = rate.containedIn(sum);
                sold.put(rate, new VatSummary(rate, sum.minus(vat), vat, sum));
            });
            return sold;
        }
    }
}
