package io.orderweave.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.id.SeriesId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSeriesTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 9);

    @ParameterizedTest
    @CsvSource({
        "FV{YYYY}{NNNN}, 1, FV20260001",
        "FV{YYYY}{NNNN}, 12345, FV202612345",
        "{YY}{MM}-{N}, 7, 2603-7",
        "{NN}/{YYYY}, 3, 03/2026",
        "{NNNNNNNNNNNN}.{YYYY}, 1, 000000000001.2026"
    })
    void fillsTheMask(String mask, long count, String number) {
        assertThat(yearly(mask).number(count, MARCH)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "FV{YYYY}{NNNN}, FV20260001, 1",
        "FV{YYYY}{NNNN}, FV202612345, 12345",
        "{YY}{MM}-{N}, 2603-7, 7",
        "{NN}/{YYYY}, 03/2026, 3"
    })
    void readsTheCountOfItsOwnNumbers(String mask, String number, long count) {
        assertThat(yearly(mask).count(number, MARCH)).hasValue(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FV20250001",
                "FV2026001",
                "FV202600001",
                "FX20260001",
                "FV2026",
                "FV2026-001",
                "FV2026000a",
                "FV20261234567890123456789",
                ""
            })
    void readsNoCountOfAnotherNumber(String number) {
        assertThat(yearly("FV{YYYY}{NNNN}").count(number, MARCH)).isEmpty();
    }

    @Test
    void writesLatinDigitsWhateverTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(yearly("FV{YYYY}{MM}{NNNN}").number(1, MARCH)).isEqualTo("FV2026030001");
            assertThat(yearly("FV{YYYY}{NNNN}").counter(MARCH)).isEqualTo("s/2026");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void countsAnewInEachPeriod() {
        assertThat(yearly("{YYYY}{N}").counter(MARCH)).isEqualTo("s/2026");
        assertThat(series("{YYYY}{MM}{N}")
                        .reset(NumberSeries.Reset.MONTHLY)
                        .build()
                        .counter(MARCH))
                .isEqualTo("s/2026-03");
        assertThat(series("{N}").reset(NumberSeries.Reset.NEVER).build().counter(MARCH))
                .isEqualTo("s/all");
    }

    @Test
    void neverRepeatsANumberOverMonthsAndYears() {
        NumberSeries monthly =
                series("F{YY}{MM}{NN}").reset(NumberSeries.Reset.MONTHLY).build();
        Set<String> numbers = new HashSet<>();
        int made = 0;
        for (int month = 0; month < 36; month++) {
            for (int count = 1; count <= 120; count++) {
                numbers.add(monthly.number(count, MARCH.plusMonths(month)));
                made++;
            }
        }
        assertThat(numbers).hasSize(made);
    }

    @ParameterizedTest
    @CsvSource({
        "FV{YYYY}, must have exactly one {N...}",
        "FV{YYYY}{N}{NN}, must have exactly one {N...}",
        "FV{YYYY}{D}{N}, unknown variable {D}",
        "FV{YYYY}{n}{N}, unknown variable {n}",
        "FV{N}, would repeat numbers after a YEARLY reset",
        "FV{MM}{N}, would repeat numbers after a YEARLY reset",
        "FV{YYYY}{N}{, has a brace that belongs to no variable",
        "FV{YYYY}}{N}, has a brace that belongs to no variable"
    })
    void refusesAMaskThatCannotWork(String mask, String reason) {
        assertThatThrownBy(() -> yearly(mask))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("series s")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{YYYY}{N}", "{MM}{N}"})
    void refusesAMonthlyResetWithoutYearAndMonth(String mask) {
        assertThatThrownBy(() -> series(mask).reset(NumberSeries.Reset.MONTHLY).build())
                .hasMessageContaining("after a MONTHLY reset");
    }

    @Test
    void refusesToStartBelowZero() {
        assertThatThrownBy(() -> series("{YYYY}{N}").first(-1).build()).hasMessageContaining("first number");
    }

    private static NumberSeries yearly(String mask) {
        return series(mask).build();
    }

    private static NumberSeries.Builder series(String mask) {
        NumberSeries.Builder series = NumberSeries.builder();
        series.id(new SeriesId("s")).kind(DocumentKind.INVOICE).mask(mask);
        return series;
    }
}
