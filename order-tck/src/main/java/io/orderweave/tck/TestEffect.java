package io.orderweave.tck;

import io.orderweave.store.StoredEffect;
import java.time.Instant;
import java.util.Optional;

/** An effect in the making: an invoice of one order, due at the start, unless said otherwise. */
final class TestEffect {

    private final String key;
    private String subject = "order/1";
    private String kind = "invoice";
    private Optional<String> connection = Optional.empty();
    private String state = "PLANNED";
    private Optional<Instant> due = Optional.of(StoreGroup.START);
    private Instant createdAt = StoreGroup.START;
    private long version;

    private TestEffect(String key) {
        this.key = key;
    }

    static TestEffect of(String key) {
        return new TestEffect(key);
    }

    static TestEffect from(StoredEffect effect) {
        TestEffect copy = new TestEffect(effect.key());
        copy.subject = effect.subject();
        copy.kind = effect.kind();
        copy.connection = effect.connection();
        copy.state = effect.state();
        copy.due = effect.due();
        copy.createdAt = effect.createdAt();
        copy.version = effect.version();
        return copy;
    }

    TestEffect subject(String value) {
        subject = value;
        return this;
    }

    TestEffect kind(String value) {
        kind = value;
        return this;
    }

    TestEffect connection(String value) {
        connection = Optional.of(value);
        return this;
    }

    TestEffect state(String value) {
        state = value;
        return this;
    }

    TestEffect due(Instant value) {
        due = Optional.of(value);
        return this;
    }

    TestEffect notDue() {
        due = Optional.empty();
        return this;
    }

    TestEffect createdAt(Instant value) {
        createdAt = value;
        return this;
    }

    TestEffect version(long value) {
        version = value;
        return this;
    }

    StoredEffect build() {
        return new StoredEffect(
                key, subject, kind, connection, state, due, createdAt, version, 1, StoreGroup.bytes("{}"));
    }
}
