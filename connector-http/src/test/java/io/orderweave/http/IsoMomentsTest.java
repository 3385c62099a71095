package io.orderweave.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoMomentsTest {

    private static final long SEED = 20260305;
    private static final String ALPHABET = "0123456789-+:.TZtz ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T10:15:30Z",
                "2026-03-01T10:15:30.1Z",
                "2026-03-01T10:15:30.123456789Z",
                "2024-02-29T23:59:59.999+14:00",
                "2026-03-01T00:00:00-00:30",
                "0000-01-01T00:00:00Z",
                "2026-03-01T10:15Z",
                "2026-03-01t10:15:30z",
                "2026-03-01T10:15:30.Z",
                "2026-03-01T10:15:30+01:00:30",
                "-0001-03-01T10:15:30Z"
            })
    void agreesWithTheFormatterOn(String text) {
        assertThat(IsoMoments.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-01",
                "2026-03-01T10:15:30",
                "2026-02-29T10:15:30Z",
                "2026-04-31T10:15:30Z",
                "2026-13-01T10:15:30Z",
                "2026-00-01T10:15:30Z",
                "2026-03-01T25:15:30Z",
                "2026-03-01T10:60:30Z",
                "2026-03-01T10:15:60Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T10:15:30.1234567890Z",
                "2026-03-01T10:15:30+19:00",
                "2026-03-01T10:15:30+0100",
                "2026-03-01T10:15:3xZ",
                "2026-03-01T10:15:30.12xZ",
                "2026-03-01T10:15:30ZZ",
                "٢٠٢٦-03-01T10:15:30Z"
            })
    void refuses(String text) {
        assertThatThrownBy(() -> IsoMoments.parse(text)).isInstanceOf(DateTimeException.class);
    }

    /** Also on texts that are nearly moments. */
    @Test
    void agreesWithTheFormatterOnEveryText() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            for (int change = random.nextInt(3); change > 0; change--) {
                text = changed(text, random);
            }
            assertThat(moment(text, IsoMoments::parse))
                    .as(text)
                    .isEqualTo(moment(text, each -> OffsetDateTime.parse(each).toInstant()));
        }
    }

    private static String text(Random random) {
        long second = random.nextLong(-3_000_000_000L, 6_000_000_000L);
        long nano =
                List.of(0L, 120_000_000L, 999L, random.nextLong(1_000_000_000)).get(random.nextInt(4));
        return OffsetDateTime.ofInstant(
                        Instant.ofEpochSecond(second, nano),
                        ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 60, 18 * 60 + 1) * 60))
                .toString();
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        return text.substring(0, at) + other + text.substring(random.nextBoolean() ? at : at + 1);
    }

    private static Optional<Instant> moment(String text, Function<String, Instant> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
