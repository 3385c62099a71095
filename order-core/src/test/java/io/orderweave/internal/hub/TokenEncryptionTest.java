package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.SecretKeys;
import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.IdSource;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.SealedSecret;
import io.orderweave.internal.book.TokenRecord;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordKey;
import io.orderweave.store.StoredRecord;
import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import io.orderweave.testing.TestClock;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Tokens lie sealed in the store when the host gives a key, and open only where they were put. */
class TokenEncryptionTest {

    private static final ConnectionId SHOP = new ConnectionId("shop");
    private static final ConnectionId OTHER = new ConnectionId("other");
    private static final SecretKeys OLD = SecretKeys.of("k1", key(1));
    private static final SecretKeys NEW = SecretKeys.of("k2", key(2)).withOlder("k1", key(1));

    private final TestClock clock = new TestClock(TestOrders.NOON);
    private final Stores stores = MemoryStores.create(clock);
    private final Book book = new Book(stores, clock, new IdSource(clock));

    @Test
    void liesInTheStoreWithoutAnyToken() {
        vault(SHOP, OLD).store(tokens("1"));

        assertThat(stored(SHOP)).doesNotContain("access-1", "refresh-1").contains("\"key\":\"k1\"", "\"format\":1");
        assertThat(vault(SHOP, OLD).current()).contains(tokens("1"));
    }

    @Test
    void keepsAnAccessTokenThatHasNoRefreshToken() {
        Tokens alone = new Tokens("access", Optional.empty(), TestOrders.NOON);
        vault(SHOP, OLD).store(alone);

        assertThat(vault(SHOP, OLD).current()).contains(alone);
    }

    @Test
    void neverSealsTheSameTwice() {
        vault(SHOP, OLD).store(tokens("1"));
        String first = stored(SHOP);
        vault(SHOP, OLD).store(tokens("1"));

        assertThat(stored(SHOP)).isNotEqualTo(first);
    }

    @Test
    void readsClearTextWrittenBefore() {
        vault(SHOP, SecretKeys.none()).store(tokens("1"));

        assertThat(stored(SHOP)).contains("access-1");
        assertThat(vault(SHOP, OLD).current()).contains(tokens("1"));
    }

    @Test
    void readsWhatAnOlderKeySealedAndWritesUnderTheCurrent() {
        vault(SHOP, OLD).store(tokens("1"));
        TokenVault rotated = vault(SHOP, NEW);

        assertThat(rotated.current()).contains(tokens("1"));
        rotated.refresh(tokens("1"), stale -> tokens("2"));

        assertThat(stored(SHOP)).contains("\"key\":\"k2\"");
        assertThat(rotated.current()).contains(tokens("2"));
    }

    @Test
    void reencryptsClearTextAndOlderKeysOnce() {
        vault(SHOP, SecretKeys.none()).store(tokens("1"));
        vault(OTHER, OLD).store(tokens("2"));

        assertThat(vaults(NEW).reencrypt()).isEqualTo(2);
        assertThat(vaults(NEW).reencrypt()).isZero();

        SecretKeys onlyNew = SecretKeys.of("k2", key(2));
        assertThat(vault(SHOP, onlyNew).current()).contains(tokens("1"));
        assertThat(vault(OTHER, onlyNew).current()).contains(tokens("2"));
    }

    @Test
    void leavesClearTextAloneWithoutAKey() {
        vault(SHOP, SecretKeys.none()).store(tokens("1"));

        assertThat(vaults(SecretKeys.none()).reencrypt()).isZero();
        assertThat(stored(SHOP)).contains("access-1");
    }

    @Test
    void namesTheKeyThatIsMissingAndTheConnection() {
        vault(SHOP, OLD).store(tokens("secret"));

        assertRefused(() -> vault(SHOP, SecretKeys.of("k9", key(9))).current(), "k1", "shop", "[k9]");
        assertRefused(() -> vault(SHOP, SecretKeys.none()).current(), "k1", "shop", "[]");
    }

    @Test
    void refusesAnotherKeyOfTheSameId() {
        vault(SHOP, OLD).store(tokens("secret"));

        assertRefused(() -> vault(SHOP, SecretKeys.of("k1", key(7))).current(), "k1", "shop");
    }

    @Test
    void refusesATruncatedCiphertext() {
        vault(SHOP, OLD).store(tokens("secret"));
        change(SHOP, secret -> with(secret, bytes -> Arrays.copyOf(bytes, bytes.length - 1)));

        assertRefused(() -> vault(SHOP, OLD).current(), "k1", "shop");
    }

    @Test
    void refusesAChangedCiphertext() {
        vault(SHOP, OLD).store(tokens("secret"));
        change(
                SHOP,
                secret -> with(secret, bytes -> {
                    bytes[0] ^= 1;
                    return bytes;
                }));

        assertRefused(() -> vault(SHOP, OLD).current(), "k1", "shop");
    }

    @Test
    void refusesWhatIsNoBase64() {
        vault(SHOP, OLD).store(tokens("secret"));
        change(SHOP, secret -> new SealedSecret(secret.format(), secret.key(), "?", secret.content()));

        assertRefused(() -> vault(SHOP, OLD).current(), "k1", "shop");
    }

    @Test
    void refusesTheCiphertextOfAnotherConnection() {
        vault(SHOP, OLD).store(tokens("secret"));
        vault(OTHER, OLD).store(tokens("other"));
        SealedSecret others = sealed(OTHER);
        change(SHOP, secret -> others);

        assertRefused(() -> vault(SHOP, OLD).current(), "k1", "shop");
    }

    @Test
    void leavesWhatANewerVersionSealedToIt() {
        vault(SHOP, OLD).store(tokens("secret"));
        change(SHOP, secret -> new SealedSecret(2, secret.key(), secret.nonce(), secret.content()));

        assertThatThrownBy(() -> vault(SHOP, OLD).current())
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.NEWER_SCHEMA));
    }

    @Test
    void authorisesAnewWhateverLiesThere() {
        vault(SHOP, OLD).store(tokens("1"));
        TokenVault lost = vault(SHOP, SecretKeys.of("k9", key(9)));

        lost.store(tokens("2"));

        assertThat(lost.current()).contains(tokens("2"));
    }

    @Test
    void isAHubsToGiveAndToRotate() {
        TestShop shop = new TestShop();
        try (OrderHub hub = shop.open(builder -> builder.encryption(OLD))) {
            hub.tokens(TestShop.CHANNEL).store(tokens("1"));
        }
        try (OrderHub hub = shop.open(builder -> builder.encryption(NEW))) {
            assertThat(hub.reencryptTokens()).isEqualTo(1);
            assertThat(hub.tokens(TestShop.CHANNEL).current()).contains(tokens("1"));
        }
        byte[] json = shop.stores
                .records()
                .get(new RecordKey(RecordCollections.TOKENS, TestShop.CHANNEL.value()))
                .orElseThrow()
                .content()
                .json();
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("k2").doesNotContain("access-1");
    }

    @Test
    void logsAndPrintsNeitherTokenNorKey() {
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            vault(SHOP, OLD).store(tokens("secret"));
            vaults(NEW).reencrypt();
            assertThatThrownBy(() -> vault(SHOP, OLD).current()).isInstanceOf(OrderweaveException.class);
        } finally {
            System.setErr(before);
        }
        TokenRecord record = book.tokens().find(SHOP.value()).orElseThrow();

        String keyText = new String(key(1), StandardCharsets.US_ASCII);
        assertThat(captured.toString(StandardCharsets.UTF_8)).doesNotContain("secret", keyText);
        assertThat(record + " " + record.sealed() + " " + OLD + " " + vault(SHOP, OLD))
                .doesNotContain("secret", keyText, record.sealed().orElseThrow().content());
    }

    private static void assertRefused(ThrowingCallable read, String... named) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .hasMessageContainingAll(named)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    private void change(ConnectionId connection, UnaryOperator<SealedSecret> change) {
        TokenRecord record = book.tokens().find(connection.value()).orElseThrow();
        stores.transactor().inTransaction(() -> {
            book.tokens()
                    .put(TokenRecord.sealed(
                            record.id(), change.apply(record.sealed().orElseThrow()), record.expiresAt()));
            return record;
        });
    }

    private SealedSecret sealed(ConnectionId connection) {
        return book.tokens()
                .find(connection.value())
                .flatMap(TokenRecord::sealed)
                .orElseThrow();
    }

    private static SealedSecret with(SealedSecret sealed, UnaryOperator<byte[]> change) {
        byte[] changed = change.apply(Base64.getDecoder().decode(sealed.content()));
        return new SealedSecret(
                sealed.format(),
                sealed.key(),
                sealed.nonce(),
                Base64.getEncoder().encodeToString(changed));
    }

    private String stored(ConnectionId connection) {
        StoredRecord record = stores.records()
                .get(new RecordKey(RecordCollections.TOKENS, connection.value()))
                .orElseThrow();
        return new String(record.content().json(), StandardCharsets.UTF_8);
    }

    private TokenVault vault(ConnectionId connection, SecretKeys keys) {
        return vaults(keys).of(connection);
    }

    private Vaults vaults(SecretKeys keys) {
        return new Vaults(book, new ConnectionHealth(), "node-1", keys);
    }

    private static byte[] key(int number) {
        return String.format("%032d", number).getBytes(StandardCharsets.US_ASCII);
    }

    private static Tokens tokens(String name) {
        return new Tokens("access-" + name, Optional.of("refresh-" + name), TestOrders.NOON);
    }
}
