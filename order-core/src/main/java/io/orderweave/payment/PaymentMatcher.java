package io.orderweave.payment;

import io.orderweave.id.OrderId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matches bank transactions to orders step by step: the first criterion that gives exactly one order decides; one that gives two is
 * a conflict to show, never a reason to fall through to a weaker one; amounts alone never match. Immutable and pure but for the
 * look-ups it is given.
 *
 * @param cascade the criteria in their order; a criterion left out is switched off
 */
public record PaymentMatcher(List<MatchCriterion> cascade) {

    /** A variable symbol written into the payer's message: "VS 123", "VS:123", "/VS123". */
    private static final Pattern SYMBOL_IN_MESSAGE = Pattern.compile(
            "(?i)(?<![\\p{L}\\d])(?:VS|V\\.S\\.|var\\. ?symbol|variabiln[iíý] symbol)[ :.\\-_/]{0,3}(\\d{1,10})(?!\\d)");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d/_.\\-]{2,39}");

    private static final int LONGEST_MESSAGE = 2_000;

    public PaymentMatcher {
        cascade = List.copyOf(cascade);
        if (Set.copyOf(cascade).size() != cascade.size()) {
            throw new IllegalArgumentException("a matching criterion is listed twice: " + cascade);
        }
    }

    /** Variable symbol, then invoice number, then order number. */
    public static PaymentMatcher standard() {
        return new PaymentMatcher(List.of(
                MatchCriterion.INVOICE_VARIABLE_SYMBOL, MatchCriterion.INVOICE_NUMBER, MatchCriterion.ORDER_NUMBER));
    }

    /** Finds open candidates. Implemented over the order book. */
    public interface Candidates {

        /** Orders that a reference of that criterion names. */
        Set<OrderId> named(MatchCriterion criterion, String reference);

        /** Why the transaction does not fit the order; empty when it fits. */
        Optional<MatchOutcome.Reason> unfit(OrderId order, BankTransaction transaction);
    }

    /** Matches one transaction. */
    public MatchOutcome match(BankTransaction transaction, Candidates candidates) {
        List<String> tried = new ArrayList<>();
        for (MatchCriterion criterion : cascade) {
            Set<OrderId> found = new LinkedHashSet<>();
            for (String reference : references(criterion, transaction)) {
                tried.add(criterion + " " + reference);
                found.addAll(candidates.named(criterion, reference));
            }
            if (found.size() > 1) {
                return new MatchOutcome.Ambiguous(criterion, found);
            }
            if (found.size() == 1) {
                OrderId order = found.iterator().next();
                return candidates
                        .unfit(order, transaction)
                        .<MatchOutcome>map(reason -> new MatchOutcome.Unfit(order, criterion, reason))
                        .orElseGet(() -> new MatchOutcome.Matched(order, criterion));
            }
        }
        return new MatchOutcome.NotFound(tried);
    }

    /** What of the transaction may be a reference by that criterion, the most trustworthy first. */
    static List<String> references(MatchCriterion criterion, BankTransaction transaction) {
        Set<String> references = new LinkedHashSet<>();
        transaction.variableSymbol().map(PaymentMatcher::canonicalSymbol).ifPresent(references::add);
        String message = transaction.message().orElse("");
        String bounded = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        switch (criterion) {
            case INVOICE_VARIABLE_SYMBOL -> {
                Matcher symbols = SYMBOL_IN_MESSAGE.matcher(bounded);
                while (symbols.find()) {
                    references.add(canonicalSymbol(symbols.group(1)));
                }
            }
            case INVOICE_NUMBER, ORDER_NUMBER -> {
                Matcher words = WORD.matcher(bounded);
                while (words.find()) {
                    references.add(words.group());
                }
            }
        }
        references.remove("");
        return List.copyOf(references);
    }

    /** Digits only, without leading zeros; empty when nothing is left. */
    public static String canonicalSymbol(String symbol) {
        String digits = symbol.replaceAll("\\D", "");
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
