package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.document.BankAccount;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.id.RuleId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.money.VatRate;
import io.orderweave.order.Axes;
import io.orderweave.order.Dictionary;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.party.Party;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.store.Stores;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** A shop with one channel and a handful of rules. */
final class Shop {

    static final ConnectionId CHANNEL = new ConnectionId("channel");
    static final StatusId PACKING = new StatusId("packing");
    static final StatusId READY = new StatusId("ready");

    private Shop() {}

    static OrderHub open(Stores stores, ShopFeed feed, String node) {
        return open(stores, feed, node, rules());
    }

    static OrderHub open(Stores stores, ShopFeed feed, String node, RuleSet rules) {
        return OrderHub.builder()
                .stores(stores)
                .node(node)
                .seller(seller())
                .connector(feed)
                .connection(Connection.builder()
                        .id(CHANNEL)
                        .system(ShopFeed.CHANNEL)
                        .settings(Settings.none())
                        .seller(new SellerId("shop"))
                        .callsAtOnce(16)
                        .build())
                .mappings(MappingSet.builder()
                        .version(1)
                        .putStatusMap(
                                CHANNEL,
                                StatusMap.builder()
                                        .putInbound("READY", new StatusId("new"))
                                        .putOutbound(PACKING, StatusIntent.PROCESSING)
                                        .build())
                        .putDictionary(
                                CHANNEL,
                                Dictionary.builder()
                                        .putPaymentMethod("TRANSFER", "bank-transfer")
                                        .putPaymentMethod("COD", "cash-on-delivery")
                                        .putDeliveryMethod("courier", "courier")
                                        .build())
                        .build())
                .rules(rules)
                .build();
    }

    /**
     * On delivery: an invoice, and packing, which tells the channel. By transfer: a proforma, and a timer for the money that does
     * not come. Ready: a tag.
     */
    private static RuleSet rules() {
        return RuleSet.of(
                1,
                rule(
                        "pack-on-delivery",
                        "order.confirmed",
                        Field.PAYMENT_TIMING.isOneOf(PaymentTerms.Timing.ON_DELIVERY),
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty()),
                        new Action.SetStatus(PACKING)),
                rule(
                        "proforma",
                        "order.confirmed",
                        Condition.all(
                                Field.PAYMENT_METHOD.isOneOf("bank-transfer"),
                                Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.UNPAID)),
                        new Action.IssueDocument(DocumentKind.PROFORMA, Optional.empty()),
                        new Action.StartTimer("payment-overdue", Duration.ofDays(7))),
                rule(
                        "ready",
                        "order.status-changed",
                        Field.STATUS_TO.isOneOf("ready"),
                        new Action.StartTimer("not-collected", Duration.ofDays(2)),
                        new Action.AddTag("packed")));
    }

    /** Every order is packed, which tells the channel: one effect for each order, of a kind that has no fold. */
    static RuleSet packing() {
        return RuleSet.of(1, rule("pack", "order.confirmed", Condition.always(), new Action.SetStatus(PACKING)));
    }

    private static Rule rule(String id, String trigger, Condition condition, Action... actions) {
        return Rule.builder()
                .id(new RuleId(id))
                .name(id)
                .trigger(Trigger.on(trigger))
                .condition(condition)
                .addActions(actions)
                .build();
    }

    private static Seller seller() {
        return Seller.builder()
                .id(new SellerId("shop"))
                .profile(Party.builder().company("Shop s.r.o.").build())
                .zone(ZoneId.of("Europe/Warsaw"))
                .language(Locale.forLanguageTag("pl"))
                .vatPayer(true)
                .defaultVatRate(VatRate.of("23"))
                .addBankAccount(new BankAccount(
                        Currency.getInstance("PLN"),
                        "PL61109010140000071219812874",
                        Optional.empty(),
                        Optional.empty()))
                .addSeries(series("proformas", DocumentKind.PROFORMA, "PF{YY}9{NNNNNN}"))
                .addSeries(series("invoices", DocumentKind.INVOICE, "FV{YYYY}{NNNNNN}"))
                .build();
    }

    private static NumberSeries series(String id, DocumentKind kind, String mask) {
        return NumberSeries.builder().id(new SeriesId(id)).kind(kind).mask(mask).build();
    }
}
