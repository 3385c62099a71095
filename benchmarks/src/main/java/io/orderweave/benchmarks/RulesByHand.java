package io.orderweave.benchmarks;

import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import java.math.BigDecimal;

/** The twenty rules of {@link RuleScale} as somebody writes them in Java: what is read more than once is read at the top. */
final class RulesByHand {

    private static final BigDecimal LEAST_0 = new BigDecimal("0");
    private static final BigDecimal LEAST_1 = new BigDecimal("1");
    private static final BigDecimal LEAST_2 = new BigDecimal("2");
    private static final BigDecimal LEAST_3 = new BigDecimal("3");
    private static final BigDecimal LEAST_4 = new BigDecimal("4");
    private static final BigDecimal LEAST_5 = new BigDecimal("5");
    private static final BigDecimal LEAST_6 = new BigDecimal("6");
    private static final BigDecimal LEAST_7 = new BigDecimal("7");
    private static final BigDecimal LEAST_8 = new BigDecimal("8");
    private static final BigDecimal LEAST_9 = new BigDecimal("9");
    private static final BigDecimal LEAST_10 = new BigDecimal("10");
    private static final BigDecimal LEAST_11 = new BigDecimal("11");
    private static final BigDecimal LEAST_12 = new BigDecimal("12");
    private static final BigDecimal LEAST_13 = new BigDecimal("13");
    private static final BigDecimal LEAST_14 = new BigDecimal("14");
    private static final BigDecimal LEAST_15 = new BigDecimal("15");
    private static final BigDecimal LEAST_16 = new BigDecimal("16");
    private static final BigDecimal LEAST_17 = new BigDecimal("17");
    private static final BigDecimal LEAST_18 = new BigDecimal("18");
    private static final BigDecimal LEAST_19 = new BigDecimal("19");

    private RulesByHand() {}

    /** How many of the rules match. */
    static int matching(Order order) {
        int matched = 0;
        String method = order.payment().method().orElse("");
        boolean unpaid = order.axes().payment() == Axes.PaymentState.UNPAID;
        boolean zloty = order.total().currency().getCurrencyCode().equals("PLN");
        BigDecimal total = order.total().amount();
        if (method.equals("method-0") && unpaid && zloty && total.compareTo(LEAST_0) >= 0) {
            matched++;
        }
        if (method.equals("method-1") && unpaid && zloty && total.compareTo(LEAST_1) >= 0) {
            matched++;
        }
        if (method.equals("method-2") && unpaid && zloty && total.compareTo(LEAST_2) >= 0) {
            matched++;
        }
        if (method.equals("method-3") && unpaid && zloty && total.compareTo(LEAST_3) >= 0) {
            matched++;
        }
        if (method.equals("method-4") && unpaid && zloty && total.compareTo(LEAST_4) >= 0) {
            matched++;
        }
        if (method.equals("method-5") && unpaid && zloty && total.compareTo(LEAST_5) >= 0) {
            matched++;
        }
        if (method.equals("method-6") && unpaid && zloty && total.compareTo(LEAST_6) >= 0) {
            matched++;
        }
        if (method.equals("method-7") && unpaid && zloty && total.compareTo(LEAST_7) >= 0) {
            matched++;
        }
        if (method.equals("method-8") && unpaid && zloty && total.compareTo(LEAST_8) >= 0) {
            matched++;
        }
        if (method.equals("method-9") && unpaid && zloty && total.compareTo(LEAST_9) >= 0) {
            matched++;
        }
        if (method.equals("method-0") && unpaid && zloty && total.compareTo(LEAST_10) >= 0) {
            matched++;
        }
        if (method.equals("method-1") && unpaid && zloty && total.compareTo(LEAST_11) >= 0) {
            matched++;
        }
        if (method.equals("method-2") && unpaid && zloty && total.compareTo(LEAST_12) >= 0) {
            matched++;
        }
        if (method.equals("method-3") && unpaid && zloty && total.compareTo(LEAST_13) >= 0) {
            matched++;
        }
        if (method.equals("method-4") && unpaid && zloty && total.compareTo(LEAST_14) >= 0) {
            matched++;
        }
        if (method.equals("method-5") && unpaid && zloty && total.compareTo(LEAST_15) >= 0) {
            matched++;
        }
        if (method.equals("method-6") && unpaid && zloty && total.compareTo(LEAST_16) >= 0) {
            matched++;
        }
        if (method.equals("method-7") && unpaid && zloty && total.compareTo(LEAST_17) >= 0) {
            matched++;
        }
        if (method.equals("method-8") && unpaid && zloty && total.compareTo(LEAST_18) >= 0) {
            matched++;
        }
        if (method.equals("method-9") && unpaid && zloty && total.compareTo(LEAST_19) >= 0) {
            matched++;
        }
        return matched;
    }
}
