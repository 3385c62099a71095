package io.orderweave.internal.book;

import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.document.Seller;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Event;
import io.orderweave.id.RuleId;
import io.orderweave.id.SellerId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.notice.NoticeTemplate;
import io.orderweave.order.Order;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.rule.CompiledRules;
import io.orderweave.rule.Facts;
import io.orderweave.rule.FieldCatalogue;
import io.orderweave.rule.Limit;
import io.orderweave.rule.RuleSet;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** The verified configuration in force. */
@Value.Immutable
@ValueStyle
public interface Setup {

    StatusCatalogue statuses();

    /** Whether the hub brings no rules and mappings of its own and enters nothing of its configuration in the journal. */
    @Value.Default
    default boolean followsStored() {
        return false;
    }

    RuleSet rules();

    Map<ConnectionId, Connection> connections();

    Map<SellerId, Seller> sellers();

    @Value.Default
    default MappingSet mappings() {
        return MappingSet.EMPTY;
    }

    /** Texts of notices by name. */
    Map<String, NoticeTemplate> templates();

    /** The channels by which notices can be sent. */
    Set<String> notifiers();

    /** Actions of the host's by name. */
    Map<String, RegisteredAction> hostActions();

    /** The fields that rules may name. */
    @Value.Default
    default FieldCatalogue ruleFields() {
        return FieldCatalogue.standard();
    }

    /** The rules, ready for evaluation. */
    @Value.Lazy
    default CompiledRules compiledRules() {
        return CompiledRules.of(rules(), ruleFields());
    }

    /** What rules see of an event of the order. */
    default Facts facts(Order order, Event event, Instant at) {
        Seller seller = sellers().get(order.seller());
        return Facts.of(order, event, at, seller == null ? ZoneOffset.UTC : seller.zone());
    }

    /** What rules wait for. */
    @Value.Lazy
    default Watches watches() {
        return Watches.of(rules());
    }

    /** The limits of the rules in force. */
    @Value.Lazy
    default Map<RuleId, Limit> limits() {
        Map<RuleId, Limit> limits = new LinkedHashMap<>();
        rules().rules().stream()
                .filter(rule -> rule.enabled() && rule.limit().isPresent())
                .forEach(rule -> limits.put(rule.id(), rule.limit().get()));
        return limits;
    }

    default RegisteredAction hostAction(String name) {
        RegisteredAction action = hostActions().get(name);
        if (action == null) {
            throw new OrderweaveException(
                    FaultCategory.NOT_FOUND,
                    "no action " + name + "; there are " + hostActions().keySet());
        }
        return action;
    }

    default Connection connection(ConnectionId id) {
        Connection connection = connections().get(id);
        if (connection == null) {
            throw new OrderweaveException(
                    FaultCategory.NOT_FOUND,
                    "no connection " + id + "; there are " + connections().keySet());
        }
        return connection;
    }

    default Seller seller(SellerId id) {
        Seller seller = sellers().get(id);
        if (seller == null) {
            throw new OrderweaveException(
                    FaultCategory.NOT_FOUND,
                    "no seller " + id + "; there are " + sellers().keySet());
        }
        return seller;
    }

    /** The mode of a connection; OFF when it is no longer configured. */
    default Mode mode(ConnectionId id) {
        return Optional.ofNullable(connections().get(id)).map(Connection::mode).orElse(Mode.OFF);
    }

    /** Whether effects of the order are only recorded, not planned. */
    default boolean onlyObserves(Order order) {
        return order.connection().map(this::mode).orElse(Mode.LIVE) == Mode.OBSERVE;
    }

    /** The same with other rules in force. */
    default Setup with(RuleSet rules) {
        Builder builder = builder();
        builder.from(this);
        return builder.rules(rules).build();
    }

    /** The same with other mappings in force. */
    default Setup with(MappingSet mappings) {
        Builder builder = builder();
        builder.from(this);
        return builder.mappings(mappings).build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Setup}s. */
    final class Builder extends ImmutableSetup.Builder {
        Builder() {}
    }
}
