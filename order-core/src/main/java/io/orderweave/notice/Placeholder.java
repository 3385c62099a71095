package io.orderweave.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The closed list of what a template may say of an order. */
public enum Placeholder {
    ORDER_NUMBER("order.number"),
    /** The label of the order's status. */
    ORDER_STATUS("order.status"),
    ORDER_TOTAL("order.total"),
    /** What is still to be paid. */
    ORDER_OPEN_AMOUNT("order.open-amount"),
    BUYER_NAME("buyer.name"),
    SELLER_NAME("seller.name"),
    /** The seller's account in the order's currency. */
    SELLER_ACCOUNT("seller.account"),
    DELIVERY_POINT("delivery.point"),
    SHIPMENT_TRACKING_NUMBER("shipment.tracking-number"),
    SHIPMENT_TRACKING_URL("shipment.tracking-url"),
    DOCUMENT_NUMBER("document.number"),
    /** What the payer writes so that the payment is recognised. */
    DOCUMENT_SYMBOL("document.symbol"),
    DOCUMENT_DUE_DATE("document.due-date");

    private final String text;

    Placeholder(String text) {
        this.text = text;
    }

    /** As templates write it between double braces. */
    public String text() {
        return text;
    }

    /** The placeholder of that name. */
    public static Optional<Placeholder> find(String text) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.text.equals(text))
                .findFirst();
    }

    /** Every name. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Placeholder::text).toList();
    }
}
