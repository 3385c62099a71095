package io.orderweave.crash.judge;

import io.orderweave.crash.judge.BookedOrder.Paper;
import io.orderweave.crash.judge.Sale.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges by what the outside counted: per business key exactly one invoice, parcel, tracking entry, upload and write of a status, numbers
 * without a gap, every order of the marketplace in the book or in quarantine. Belongs to one thread.
 */
public final class Judge {

    /** A courier's reference begins with so much of the end of the order's id. */
    private static final int REFERENCE_STEM = 26;

    private final Evidence evidence;
    private final List<String> duplicates = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    private Judge(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The verdict on this evidence. */
    public static Verdict judge(Evidence evidence) {
        Judge judge = new Judge(evidence);
        judge.orders();
        judge.parcels();
        judge.numbers();
        judge.losses.addAll(evidence.unfinished());
        return new Verdict(judge.duplicates, judge.losses, judge.gaps, evidence.doubts());
    }

    private void orders() {
        for (Sale sale : evidence.sales()) {
            List<BookedOrder> booked = booked(sale.id());
            if (booked.size() > 1) {
                duplicates.add("sale " + sale.id() + " is in the book " + booked.size() + " times");
            }
            if (booked.isEmpty()) {
                if (!evidence.quarantined().contains(sale.id())) {
                    losses.add("sale " + sale.id() + " is neither in the book nor in quarantine");
                }
                continue;
            }
            switch (sale.expectation()) {
                case DELIVERED -> delivered(sale, booked.get(0));
                case CANCELLED, HISTORY -> untouched(sale, booked.get(0));
            }
        }
        for (BookedOrder order : evidence.book()) {
            boolean known = evidence.vanished().contains(order.saleId())
                    || evidence.sales().stream().anyMatch(sale -> sale.id().equals(order.saleId()));
            if (!known) {
                duplicates.add("order " + order.id() + " of the book is no sale");
            }
        }
    }

    private List<BookedOrder> booked(String saleId) {
        return evidence.book().stream()
                .filter(order -> order.saleId().equals(saleId))
                .toList();
    }

    private void delivered(Sale sale, BookedOrder order) {
        for (Part part : sale.parts()) {
            switch (part.expectation()) {
                case DELIVERED -> told(part, sale.way());
                case CANCELLED, HISTORY -> untold(part);
            }
        }
        once("invoice", "sale " + sale.id(), sale.invoices());
        once("file of an invoice", "sale " + sale.id(), sale.uploads());
        if (!order.status().equals("delivered")) {
            losses.add("sale " + sale.id() + " rests in status " + order.status());
        }
        if (order.open().signum() > 0) {
            losses.add("of sale " + sale.id() + " the book still wants " + order.open());
        } else if (order.open().signum() < 0) {
            duplicates.add("sale " + sale.id() + " counts as paid too much by "
                    + order.open().negate());
        }
        List<Paper> invoices = order.papers().stream().filter(Paper::isInvoice).toList();
        if (invoices.size() > 1) {
            duplicates.add("sale " + sale.id() + " has " + invoices.size() + " invoices in the book");
        }
        if (invoices.isEmpty()) {
            losses.add("sale " + sale.id() + " has no invoice in the book");
        }
        if (order.papers().size() - invoices.size() > 1) {
            duplicates.add("sale " + sale.id() + " has " + (order.papers().size() - invoices.size()) + " proformas");
        }
        agree(sale, order, invoices);
    }

    /** The marketplace has what the book has: this invoice, this PDF, this tracking number. */
    private void agree(Sale sale, BookedOrder order, List<Paper> invoices) {
        for (Paper invoice : invoices) {
            String digest = sale.digests().get(invoice.number());
            if (sale.uploads().contains(invoice.number()) && !invoice.digest().equals(digest)) {
                duplicates.add("invoice " + invoice.number() + " was uploaded as another PDF than the book keeps");
            }
        }
        List<String> numbers = invoices.stream().map(Paper::number).toList();
        for (String uploaded : new HashSet<>(sale.invoices())) {
            if (!numbers.contains(uploaded)) {
                losses.add("sale " + sale.id() + " has invoice " + uploaded + ", of which its order knows nothing");
            }
        }
        for (String waybill : waybills(sale)) {
            if (!order.trackingNumbers().contains(waybill)) {
                losses.add("sale " + sale.id() + " has waybill " + waybill + ", of which its order knows nothing");
            }
        }
    }

    private static Set<String> waybills(Sale sale) {
        return sale.parts().stream().flatMap(part -> part.waybills().stream()).collect(Collectors.toSet());
    }

    private void told(Part part, List<String> way) {
        once("waybill", part.name(), part.waybills());
        List<String> written = part.statuses();
        String last = way.get(way.size() - 1);
        if (new HashSet<>(written).size() != written.size()) {
            duplicates.add(part.name() + " was told a status twice: " + written);
        }
        if (written.isEmpty() || !written.get(written.size() - 1).equals(last)) {
            losses.add(part.name() + " was not told " + last + " in the end: " + written);
        }
        List<Integer> steps = written.stream().map(way::indexOf).toList();
        if (!steps.equals(steps.stream().sorted().toList())) {
            losses.add(part.name() + " was told an old status after a newer one: " + written);
        }
    }

    private void untold(Part part) {
        if (!part.waybills().isEmpty() || !part.statuses().isEmpty()) {
            duplicates.add("something was done for " + part.name() + ", which is " + part.expectation());
        }
    }

    private void once(String what, String whose, Collection<String> there) {
        if (there.isEmpty()) {
            losses.add(whose + " has no " + what);
        } else if (there.size() > 1) {
            duplicates.add(whose + " has " + there.size() + " times a " + what + ": " + there);
        }
    }

    private void untouched(Sale sale, BookedOrder order) {
        sale.parts().forEach(this::untold);
        if (!sale.invoices().isEmpty()) {
            duplicates.add("something was invoiced to sale " + sale.id() + ", which is " + sale.expectation());
        }
        if (order.papers().stream().anyMatch(Paper::isInvoice)) {
            duplicates.add("sale " + sale.id() + ", which is " + sale.expectation() + ", has an invoice");
        }
    }

    /** Each order that was delivered has one live parcel, whatever its reference's arming; no other has any. */
    private void parcels() {
        Map<String, Integer> byOrder = new HashMap<>();
        evidence.parcels()
                .forEach((reference, count) ->
                        byOrder.merge(reference.substring(0, reference.lastIndexOf('-')), count, Integer::sum));
        Set<String> expected = new HashSet<>();
        for (Sale sale : evidence.sales()) {
            if (sale.expectation() == Expectation.DELIVERED) {
                booked(sale.id()).forEach(order -> expected.add(stem(order.id())));
            }
        }
        new TreeMap<>(byOrder).forEach((order, count) -> {
            if (!expected.contains(order)) {
                duplicates.add("a courier has a parcel for " + order + ", which wants none");
            } else if (count > 1) {
                duplicates.add("the couriers have " + count + " parcels for order " + order);
            }
        });
        expected.stream()
                .filter(order -> !byOrder.containsKey(order))
                .sorted()
                .forEach(order -> losses.add("no courier has a parcel for order " + order));
    }

    private static String stem(String orderId) {
        return orderId.substring(Math.max(0, orderId.length() - REFERENCE_STEM));
    }

    /** Numbers end in digits that count from 1 within the text before them. */
    private void numbers() {
        Map<String, List<Integer>> counted = new TreeMap<>();
        for (BookedOrder order : evidence.book()) {
            for (Paper paper : order.papers()) {
                String number = paper.number();
                int digits = number.length() - 4;
                counted.computeIfAbsent(paper.series() + " " + number.substring(0, digits), series -> new ArrayList<>())
                        .add(Integer.parseInt(number.substring(digits)));
            }
        }
        counted.forEach((series, numbers) -> {
            Set<Integer> spent = new HashSet<>(numbers);
            if (spent.size() != numbers.size()) {
                duplicates.add("series " + series + " gave a number twice: "
                        + numbers.stream().sorted().toList());
            }
            int last = numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
            for (int number = 1; number <= last; number++) {
                if (!spent.contains(number)) {
                    gaps.add("series " + series + " has no " + number + ", and goes to " + last);
                }
            }
        });
    }
}
