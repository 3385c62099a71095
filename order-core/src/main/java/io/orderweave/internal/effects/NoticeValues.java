package io.orderweave.internal.effects;

import io.orderweave.document.BankAccount;
import io.orderweave.document.Document;
import io.orderweave.document.Seller;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.NoticePlans;
import io.orderweave.internal.book.Setup;
import io.orderweave.notice.Placeholder;
import io.orderweave.order.Order;
import io.orderweave.order.PickupPoint;
import io.orderweave.shipment.Shipment;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What notices say of an order: read in the claiming transaction, as the order then is. */
public final class NoticeValues {

    private final Book book;
    private final Setup setup;

    public NoticeValues(Book book, Setup setup) {
        this.book = book;
        this.setup = setup;
    }

    /** The language the seller writes in. */
    Locale language(Order order) {
        return setup.seller(order.seller()).language();
    }

    /** The values that are known, of the document and shipment the cause was about, else of the latest. */
    Map<Placeholder, String> of(Order order, NoticePlans.Choice choice, Locale language) {
        Seller seller = setup.seller(order.seller());
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.ORDER_NUMBER, order.number());
        values.put(
                Placeholder.ORDER_STATUS, setup.statuses().get(order.status()).label(language));
        values.put(Placeholder.ORDER_TOTAL, order.total().toString());
        values.put(Placeholder.ORDER_OPEN_AMOUNT, order.openAmount().toString());
        values.put(Placeholder.BUYER_NAME, order.buyer().displayName());
        values.put(Placeholder.SELLER_NAME, seller.profile().displayName());
        seller.accountFor(order.currency())
                .map(BankAccount::iban)
                .ifPresent(account -> values.put(Placeholder.SELLER_ACCOUNT, account));
        order.delivery()
                .pickupPoint()
                .flatMap(PickupPoint::name)
                .ifPresent(point -> values.put(Placeholder.DELIVERY_POINT, point));
        document(order, choice).ifPresent(document -> put(values, document));
        shipment(order, choice).ifPresent(shipment -> put(values, shipment));
        return values;
    }

    private static void put(Map<Placeholder, String> values, Document document) {
        values.put(Placeholder.DOCUMENT_NUMBER, document.number());
        values.put(Placeholder.DOCUMENT_SYMBOL, document.variableSymbol());
        values.put(Placeholder.DOCUMENT_DUE_DATE, document.dueDate().toString());
    }

    private static void put(Map<Placeholder, String> values, Shipment shipment) {
        values.put(Placeholder.SHIPMENT_TRACKING_NUMBER, shipment.trackingNumber());
        shipment.trackingUrl().ifPresent(url -> values.put(Placeholder.SHIPMENT_TRACKING_URL, url));
    }

    private Optional<Document> document(Order order, NoticePlans.Choice choice) {
        List<Document> documents = book.documentsOf(order.id()).documents();
        return choice.document()
                .flatMap(wanted -> documents.stream()
                        .filter(document -> document.id().equals(wanted))
                        .findFirst())
                .or(() -> documents.isEmpty() ? Optional.empty() : Optional.of(documents.get(documents.size() - 1)));
    }

    private Optional<Shipment> shipment(Order order, NoticePlans.Choice choice) {
        List<Shipment> shipments =
                book.shipmentsOf(order.id()).stream().filter(Shipment::isLive).toList();
        return choice.shipment()
                .flatMap(wanted -> shipments.stream()
                        .filter(shipment -> shipment.id().equals(wanted))
                        .findFirst())
                .or(() -> shipments.isEmpty() ? Optional.empty() : Optional.of(shipments.get(shipments.size() - 1)));
    }
}
