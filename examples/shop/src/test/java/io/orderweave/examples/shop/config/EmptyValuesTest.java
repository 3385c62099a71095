package io.orderweave.examples.shop.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that stands in the file and has no value is a mistake, and never taken for one that does not stand there. */
class EmptyValuesTest {

    /** Without a type nothing else of a connection is read. */
    private static final Predicate<String> TYPES = key -> key.endsWith(".type");

    @TempDir
    Path folder;

    @Test
    void everyKeyOfTheSampleWantsAValue() throws IOException {
        assertThat(emptied(TYPES.negate(), "")).hasSizeGreaterThan(70).allSatisfy(EmptyValuesTest::isToldAsEmpty);
        assertThat(emptied(TYPES, "")).hasSize(5).allSatisfy(EmptyValuesTest::isToldAsEmpty);
    }

    @Test
    void whatTheEnvironmentHasEmptyIsNamed() throws IOException {
        assertThat(emptied(TYPES.negate(), "${NOTHING}"))
                .hasSizeGreaterThan(70)
                .allSatisfy(key -> assertThat(key.message())
                        .contains(key.place() + ": is empty, for the environment's NOTHING is empty, expected "));
    }

    @Test
    void blankIsEmpty() throws IOException {
        Path file = Files.writeString(
                folder.resolve("shop.properties"),
                "connection.allegro.type = allegro\nconnection.allegro.mode = ${BLANK}\n");

        assertThat(message(file, " "))
                .contains("line 2, connection.allegro.mode: is empty")
                .contains("expected one of [OFF, OBSERVE, LIVE]");
    }

    /** A key whose value was taken away. */
    private record Emptied(String place, String message) {}

    private static void isToldAsEmpty(Emptied key) {
        assertThat(key.message()).contains(key.place() + ": is empty, expected ");
    }

    /** The whole sample, what it comments out taken in, with this value at the keys. */
    private List<Emptied> emptied(Predicate<String> keys, String value) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("shop.properties"))) {
            // The database stands there twice, as two examples.
            if (line.matches("#?[a-z][^ ]* = .*") && !line.startsWith("#database = ")) {
                String taken = line.startsWith("#") ? line.substring(1) : line;
                String key = taken.substring(0, taken.indexOf(" = "));
                lines.add(keys.test(key) ? key + " = " + value : taken);
                if (keys.test(key)) {
                    places.add("line " + lines.size() + ", " + key);
                }
            }
        }
        Path file = Files.write(folder.resolve("shop.properties"), lines);
        String message = message(file, "");
        return places.stream().map(place -> new Emptied(place, message)).toList();
    }

    private static String message(Path file, String everyVariable) {
        return String.valueOf(
                catchThrowableOfType(ConfigException.class, () -> ShopConfig.read(file, name -> everyVariable))
                        .getMessage());
    }
}
