package io.orderweave.crash;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.Tokens;
import io.orderweave.crash.judge.BookedOrder;
import io.orderweave.crash.judge.BookedOrder.Paper;
import io.orderweave.crash.judge.Doubts;
import io.orderweave.crash.judge.Evidence;
import io.orderweave.crash.judge.Expectation;
import io.orderweave.crash.node.NodeDatabase;
import io.orderweave.crash.node.NodeSettings;
import io.orderweave.crash.node.Shop;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectFilter;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.intake.Quarantine;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.shipment.Shipment;
import io.orderweave.simulator.bank.BankMailLayout;
import io.orderweave.simulator.bank.BankPayment;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The shop's people: they look into the couriers' web sites, decide what the machine cannot, and open the book for the judge. They work
 * in a process of their own, beside the nodes, and keep nothing open between two visits. Belongs to one thread.
 */
final class BackOffice {

    private static final Actor ANNA = Actor.operator("anna");
    private static final EffectState[] UNFINISHED = {
        EffectState.PLANNED, EffectState.CLAIMED, EffectState.ACCEPTED, EffectState.IN_DOUBT, EffectState.REJECTED
    };
    private static final int ALL = 1_000;

    private final NodeSettings settings;
    private final Outside outside;
    private int authorisations;

    /**
     * @param settings of a hub that leads to the outside directly
     */
    BackOffice(NodeSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    /** How often the shop's account had to be authorised anew. */
    int authorisations() {
        return authorisations;
    }

    /** Resolves what is in doubt and waits for a person, by looking at what the courier has. Returns how many. */
    int resolveDoubts() {
        return visit(hub -> {
            int resolved = 0;
            for (Effect effect : hub.effects().list(EffectFilter.in(EffectState.IN_DOUBT))) {
                if (effect.due().isEmpty()) {
                    resolve(hub, effect);
                    resolved++;
                }
            }
            return resolved;
        });
    }

    /** Only Packeta's shipments cannot be looked up by the machine. */
    private void resolve(OrderHub hub, Effect effect) {
        String reference =
                effect.request().orElseThrow().path("request").path("reference").asText();
        List<String> there = outside.packeta().packets().idsOf(reference);
        if (there.isEmpty()) {
            hub.effects().resolveAsAbsent(effect.key(), ANNA);
        } else {
            hub.effects().resolveAsDone(effect.key(), there.get(0) + " Z" + there.get(0), ANNA);
        }
    }

    /** The rotating token was lost with its node: the account is authorised anew. */
    void authorise() {
        authorisations++;
        visit(hub -> {
            hub.tokens(Shop.ALLEGRO)
                    .store(new Tokens(
                            "", Optional.of(outside.allegro().accounts().mintRefreshToken()), Instant.EPOCH));
            return authorisations;
        });
    }

    /** The bank tells that each of these orders' proformas was paid, twice. Returns the orders that had none. */
    List<String> receiveTransfers(List<String> saleIds) {
        return visit(hub -> {
            List<String> withoutProforma = new ArrayList<>();
            for (String saleId : saleIds) {
                Optional<Document> proforma =
                        hub.orders().find(OrderQuery.builder().number(saleId).build()).orders().stream()
                                .flatMap(order -> hub.documents().of(order.id()).stream())
                                .findFirst();
                proforma.ifPresentOrElse(this::pay, () -> withoutProforma.add(saleId));
            }
            return withoutProforma;
        });
    }

    private void pay(Document proforma) {
        Path mail = outside.bank()
                .deliver(
                        BankMailLayout.FIO_PROSE,
                        BankPayment.received(
                                proforma.toPay().amount().toPlainString(),
                                "CZK",
                                Shop.BANK_ACCOUNT,
                                proforma.variableSymbol()));
        outside.bank().deliverAgain(mail);
    }

    /** Everything the judge needs. */
    Evidence evidence(Map<String, Expectation> expectations) {
        return visit(hub -> {
            List<Order> orders = hub.orders().find(OrderQuery.all()).orders();
            return new Evidence(
                    new Sales(expectations).of(outside),
                    outside.allegro().counters().replaced().keySet(),
                    parcels(),
                    orders.stream().map(order -> booked(hub, order)).toList(),
                    hub.quarantine().open(ALL).stream()
                            .map(Quarantine.Item::externalId)
                            .collect(Collectors.toSet()),
                    hub.effects().list(EffectFilter.in(UNFINISHED)).stream()
                            .map(effect -> "effect " + effect.key() + " is " + effect.state() + ": "
                                    + effect.reason().orElse(""))
                            .toList(),
                    doubts(hub, orders));
        });
    }

    private Map<String, Integer> parcels() {
        Map<String, Integer> parcels = new HashMap<>(outside.inpost().counters().live());
        outside.packeta()
                .counters()
                .live()
                .forEach((reference, count) -> parcels.merge(reference, count, Integer::sum));
        return parcels;
    }

    private static BookedOrder booked(OrderHub hub, Order order) {
        return new BookedOrder(
                order.id().value(),
                order.number(),
                order.replacedBy().isPresent(),
                order.status().value(),
                order.openAmount().amount(),
                hub.documents().of(order.id()).stream()
                        .map(document -> new Paper(
                                document.series().value(),
                                document.kind() == DocumentKind.INVOICE,
                                document.number(),
                                hub.documents()
                                        .pdf(document.id())
                                        .map(BackOffice::sha256)
                                        .orElse("")))
                        .toList(),
                hub.shipments().of(order.id()).stream()
                        .map(Shipment::trackingNumber)
                        .toList());
    }

    private static Doubts doubts(OrderHub hub, List<Order> orders) {
        int raised = 0;
        int byPerson = 0;
        for (Order order : orders) {
            for (JournalEntry entry : hub.journal().history(Subject.of(order.id()), 1, ALL)) {
                if (entry.name().equals(EffectEvent.EffectInDoubt.NAME)) {
                    raised++;
                } else if (entry.name().equals(EffectEvent.EffectResolved.NAME)
                        && entry.actor().kind() == Actor.Kind.OPERATOR) {
                    byPerson++;
                }
            }
        }
        return new Doubts(raised, byPerson);
    }

    private <T> T visit(Function<OrderHub, T> work) {
        try (NodeDatabase database = NodeDatabase.open(settings);
                OrderHub hub = Shop.open(database.stores(), settings)) {
            return work.apply(hub);
        }
    }

    /** The connections that may be said to wait for a person. */
    static boolean canAuthorise(String connection) {
        return new ConnectionId(connection).equals(Shop.ALLEGRO);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
