package io.orderweave.examples.shop.config;

import io.orderweave.bankmail.AuthenticationPolicy;
import io.orderweave.bankmail.BankMailbox;
import io.orderweave.bankmail.OwnAccount;
import io.orderweave.bankmail.SecretAddress;
import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.id.SellerId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code connection.NAME.*}. */
final class ConnectionReader {

    private static final String BANK_MAILS = "bank-mails";

    private final Config config;
    private final Systems systems = Systems.installed();

    ConnectionReader(Config config) {
        this.config = config;
    }

    List<ConnectionConfig> read() {
        List<ConnectionConfig> connections = new ArrayList<>();
        for (String name : config.names("connection.")) {
            connection(name).ifPresent(connections::add);
        }
        if (connections.isEmpty()) {
            config.problem("there is no connection; expected at least one connection.NAME.type");
        }
        return connections;
    }

    private Optional<ConnectionConfig> connection(String name) {
        String key = "connection." + name + ".";
        Optional<String> type = config.require(key + "type", "one of " + types());
        Optional<ConnectionId> id = id(key, name);
        if (type.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        if (type.get().equals(BANK_MAILS)) {
            return bankMails(key, id.get());
        }
        Optional<SettingsSchema> schema = systems.settings(type.get());
        if (schema.isEmpty()) {
            config.problem(key + "type", "expected one of " + types());
            return Optional.empty();
        }
        Connection.Builder connection = Connection.builder()
                .id(id.get())
                .system(new ChannelId(type.get()))
                .settings(settings(key, id.get(), type.get(), schema.get()));
        config.find(
                        key + "mode",
                        "one of " + Arrays.toString(Mode.values()),
                        text -> Mode.valueOf(SellerReader.upper(text)))
                .ifPresent(connection::mode);
        if (!systems.isChannel(type.get())) {
            return Optional.of(new ConnectionConfig.CourierAccount(connection.build()));
        }
        connection.seller(new SellerId(config.find("seller.id").orElse("shop")));
        config.find(key + "live-from", "a moment such as 2026-11-01T00:00:00Z", Instant::parse)
                .ifPresent(connection::liveFrom);
        return Optional.of(new ConnectionConfig.Channel(connection.build(), statusMap(key), dictionary(key)));
    }

    private Optional<ConnectionId> id(String key, String name) {
        try {
            return Optional.of(new ConnectionId(name));
        } catch (IllegalArgumentException wrong) {
            config.problem(key + "type", String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private List<String> types() {
        List<String> types = new ArrayList<>(systems.names());
        types.add(BANK_MAILS);
        return types;
    }

    /** {@code connection.NAME.set.KEY}: each checked by itself, so that the mistake is told with its line. */
    private Settings settings(String key, ConnectionId id, String type, SettingsSchema schema) {
        Map<String, String> given = new LinkedHashMap<>();
        String prefix = key + "set.";
        boolean sound = true;
        for (Setting setting : schema.settings()) {
            String full = prefix + setting.key();
            String expected = setting.type().expectation() + " (" + setting.description() + ")";
            Optional<String> value =
                    setting.defaultValue().isPresent() ? config.find(full) : config.require(full, expected);
            Optional<String> accepted = value.filter(setting::accepts);
            accepted.ifPresent(text -> given.put(setting.key(), text));
            if (accepted.isEmpty() && value.isPresent()) {
                config.problem(full, "expected " + expected);
            }
            sound &= accepted.isPresent() || (setting.defaultValue().isPresent() && value.isEmpty());
        }
        Settings settings = Settings.of(given);
        if (sound) {
            systems.refusal(type, id, settings)
                    .ifPresent(refusal ->
                            config.problem(refusal.key().map(prefix::concat).orElse(key + "type"), refusal.what()));
        }
        return settings;
    }

    private StatusMap statusMap(String key) {
        StatusMap.Builder map = StatusMap.builder();
        config.table(key + "status.in.").forEach((term, status) -> {
            requireStatus(key + "status.in." + term, status);
            map.putInbound(term, new StatusId(status));
        });
        for (String status : config.table(key + "status.out.").keySet()) {
            String full = key + "status.out." + status;
            requireStatus(full, status);
            config.find(
                            full,
                            "one of " + Arrays.toString(StatusIntent.values()),
                            text -> StatusIntent.valueOf(SellerReader.upper(text)))
                    .ifPresent(intent -> map.putOutbound(new StatusId(status), intent));
        }
        return map.build();
    }

    private void requireStatus(String key, String status) {
        List<String> known = StatusCatalogue.standard().statuses().stream()
                .map(it -> it.id().value())
                .toList();
        if (!known.contains(status)) {
            config.problem(key, "expected one of the statuses " + known);
        }
    }

    private Dictionary dictionary(String key) {
        return Dictionary.builder()
                .putAllPaymentMethods(config.table(key + "payment."))
                .putAllDeliveryMethods(config.table(key + "delivery."))
                .build();
    }

    private Optional<ConnectionConfig> bankMails(String key, ConnectionId id) {
        Optional<java.nio.file.Path> folder =
                config.require(key + "folder", "the folder that mails are put into", config.folder()::resolve);
        Optional<SecretAddress> address =
                config.require(key + "address", "the secret address that the bank writes to", SecretAddress::of);
        BankMailbox.Builder mailbox = BankMailbox.builder();
        for (String currency : config.names(key + "account.")) {
            config.find(
                            key + "account." + currency,
                            "an account number, for a currency's three letters",
                            number -> new OwnAccount(number, Currency.getInstance(currency)))
                    .ifPresent(mailbox::addOwnAccount);
        }
        config.find(
                        key + "authentication",
                        "one of " + Arrays.toString(AuthenticationPolicy.values()),
                        text -> AuthenticationPolicy.valueOf(SellerReader.upper(text)))
                .ifPresent(mailbox::policy);
        config.find(key + "authserv-id").ifPresent(mailbox::authservId);
        if (folder.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ConnectionConfig.BankMails(
                    id, folder.get(), mailbox.addRecipient(address.get()).build()));
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            config.problem(key + "type", String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
