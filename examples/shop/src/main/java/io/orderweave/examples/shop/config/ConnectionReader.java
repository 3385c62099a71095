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
import io.orderweave.order.OrderStatus;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code connection.NAME.*}. */
final class ConnectionReader {

    private static final String BANK_MAILS = "bank-mails";
    private static final String WORD = "your own word for the channel's term, which stands in the key";
    private static final String STATUSES = "one of the statuses "
            + StatusCatalogue.standard().statuses().stream()
                    .map(OrderStatus::id)
                    .toList();

    private final Config config;
    private final Systems systems;
    private final SellerId seller;

    /** @param seller whose orders the channels' are */
    ConnectionReader(Config config, Systems systems, SellerId seller) {
        this.config = config;
        this.systems = systems;
        this.seller = seller;
    }

    /** All connections; empty when one of them cannot be made. */
    Optional<List<ConnectionConfig>> read() {
        Set<String> names = config.names("connection.");
        if (names.isEmpty()) {
            config.problem("there is no connection; expected at least one connection.NAME.type");
        }
        List<ConnectionConfig> connections =
                names.stream().flatMap(name -> connection(name).stream()).toList();
        return Optional.of(connections).filter(all -> all.size() == names.size());
    }

    private Optional<ConnectionConfig> connection(String name) {
        String key = "connection." + name + ".";
        Optional<String> type = config.require(key + "type", "one of " + types());
        Optional<ConnectionId> id = config.parsed(
                key + "type",
                name,
                "a name of at most 100 characters, without white space and slash, in the key",
                ConnectionId::new);
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
        Connection.Builder connection = Connection.builder();
        connection.id(id.get()).system(new ChannelId(type.get()));
        Optional<Settings> settings = settings(key, id.get(), type.get(), schema.get());
        settings.ifPresent(connection::settings);
        config.find(
                        key + "mode",
                        "one of " + Arrays.toString(Mode.values()),
                        text -> Mode.valueOf(SellerReader.upper(text)))
                .ifPresent(connection::mode);
        if (!systems.isChannel(type.get())) {
            return settings.map(sound -> new ConnectionConfig.CourierAccount(connection.build()));
        }
        connection.seller(seller);
        config.find(key + "live-from", "a moment such as 2026-11-01T00:00:00Z", Instant::parse)
                .ifPresent(connection::liveFrom);
        StatusMap statuses = statusMap(key);
        Dictionary dictionary = dictionary(key);
        return settings.map(sound -> new ConnectionConfig.Channel(connection.build(), statuses, dictionary));
    }

    private List<String> types() {
        List<String> types = new ArrayList<>(systems.names());
        types.add(BANK_MAILS);
        return types;
    }

    /** {@code connection.NAME.set.KEY}: each checked by itself, so that the mistake is told with its line; empty when there is one. */
    private Optional<Settings> settings(String key, ConnectionId id, String type, SettingsSchema schema) {
        Map<String, String> given = new LinkedHashMap<>();
        String prefix = key + "set.";
        boolean sound = true;
        for (Setting setting : schema.settings()) {
            String full = prefix + setting.key();
            String expected = setting.type().expectation() + " (" + setting.description() + ")";
            boolean optional = setting.defaultValue().isPresent();
            Optional<String> value = optional
                    ? config.find(full, expected, text -> accepted(setting, text))
                    : config.require(full, expected, text -> accepted(setting, text));
            value.ifPresent(text -> given.put(setting.key(), text));
            sound &= value.isPresent() || (optional && !config.has(full));
        }
        if (!sound) {
            return Optional.empty();
        }
        Settings settings = Settings.of(given);
        Optional<Refusal> refusal = systems.refusal(type, id, settings);
        refusal.ifPresent(it -> config.problem(it.key().map(prefix::concat).orElse(key + "type"), it.what()));
        return refusal.isPresent() ? Optional.empty() : Optional.of(settings);
    }

    private static String accepted(Setting setting, String text) {
        if (!setting.accepts(text)) {
            throw new IllegalArgumentException("not of the setting's type");
        }
        return text;
    }

    private StatusMap statusMap(String key) {
        StatusMap.Builder map = StatusMap.builder();
        config.rows(key + "status.in.", STATUSES, (term, status) -> Map.entry(term, status(status)))
                .forEach(row -> map.putInbound(row.getKey(), row.getValue()));
        String out = key + "status.out.";
        config.rows(
                        out,
                        "one of " + Arrays.toString(StatusIntent.values()),
                        // A status that is none is a mistake of its own, beside one in the value.
                        (status, intent) -> new Told(
                                config.parsed(out + status, status, STATUSES, ConnectionReader::status),
                                StatusIntent.valueOf(SellerReader.upper(intent))))
                .forEach(told -> told.status().ifPresent(status -> map.putOutbound(status, told.intent())));
        return map.build();
    }

    /** A row of {@code status.out}. */
    private record Told(Optional<StatusId> status, StatusIntent intent) {}

    private static StatusId status(String text) {
        return StatusCatalogue.standard().statuses().stream()
                .map(OrderStatus::id)
                .filter(id -> id.value().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private Dictionary dictionary(String key) {
        Dictionary.Builder dictionary = Dictionary.builder();
        config.rows(key + "payment.", WORD, Map::entry)
                .forEach(row -> dictionary.putPaymentMethod(row.getKey(), row.getValue()));
        config.rows(key + "delivery.", WORD, Map::entry)
                .forEach(row -> dictionary.putDeliveryMethod(row.getKey(), row.getValue()));
        return dictionary.build();
    }

    private Optional<ConnectionConfig> bankMails(String key, ConnectionId id) {
        Optional<Path> folder =
                config.require(key + "folder", "the folder that mails are put into", config.folder()::resolve);
        Optional<SecretAddress> address =
                config.require(key + "address", "the secret address that the bank writes to", SecretAddress::of);
        BankMailbox.Builder mailbox = BankMailbox.builder();
        config.rows(
                        key + "account.",
                        "an account number, for a currency's three letters",
                        (currency, number) -> new OwnAccount(number, Currency.getInstance(currency)))
                .forEach(mailbox::addOwnAccount);
        config.find(
                        key + "authentication",
                        "one of " + Arrays.toString(AuthenticationPolicy.values()),
                        text -> AuthenticationPolicy.valueOf(SellerReader.upper(text)))
                .ifPresent(mailbox::policy);
        config.find(key + "authserv-id", "the name by which your mail server signs")
                .ifPresent(mailbox::authservId);
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
