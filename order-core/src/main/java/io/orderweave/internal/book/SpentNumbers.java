package io.orderweave.internal.book;

import io.orderweave.effect.EffectKey;
import io.orderweave.internal.json.Json;
import java.util.Optional;

/** Keeps the numbers that a recovery was told of. */
public final class SpentNumbers {

    private static final String KIND = "spent-number";

    private final Book book;

    public SpentNumbers(Book book) {
        this.book = book;
    }

    /** The number that the effect's document had. */
    public Optional<SpentNumber> find(EffectKey effect) {
        return book.configuration().find(id(effect)).map(record -> Json.read(record.content(), SpentNumber.class));
    }

    public void put(SpentNumber spent) {
        book.configuration().put(new ConfigurationRecord(id(spent.effect()), KIND, Json.tree(spent)));
    }

    private static String id(EffectKey effect) {
        return KIND + "/" + Digest.id(effect.toString());
    }
}
