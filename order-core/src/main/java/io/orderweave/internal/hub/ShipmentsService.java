package io.orderweave.internal.hub;

import io.orderweave.id.OrderId;
import io.orderweave.id.ShipmentId;
import io.orderweave.internal.book.Book;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.Shipments;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Shipments as hosts read them. */
record ShipmentsService(Book book) implements Shipments {

    @Override
    public Optional<Shipment> find(ShipmentId id) {
        return book.shipments().find(id.value());
    }

    @Override
    public List<Shipment> of(OrderId order) {
        return book.shipments().find(book.shipments().query().where("order_id", order.value())).stream()
                .sorted(Comparator.comparing(Shipment::createdAt).thenComparing(Shipment::id))
                .toList();
    }

    @Override
    public Optional<byte[]> label(ShipmentId id) {
        return find(id).flatMap(Shipment::label).flatMap(book.stores().blobs()::get);
    }
}
