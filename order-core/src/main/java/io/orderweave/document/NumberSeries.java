package io.orderweave.document;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.SeriesId;
import io.orderweave.value.ValueStyle;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * A gapless series of document numbers.
 *
 * <p>The mask holds text and the variables {@code {YYYY}}, {@code {YY}}, {@code {MM}} and exactly one run {@code {N}}, {@code
 * {NN}}, ... whose length is the least number of digits: {@code FV{YYYY}{NNNN}} gives {@code FV20260001}.
 */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableNumberSeries.class)
public interface NumberSeries {

    /** When counting starts again. */
    enum Reset {
        NEVER,
        YEARLY,
        MONTHLY
    }

    SeriesId id();

    DocumentKind kind();

    String mask();

    @Value.Default
    default Reset reset() {
        return Reset.YEARLY;
    }

    /** The first number of each period. */
    @Value.Default
    default long first() {
        return 1;
    }

    @Value.Check
    default void check() {
        Matcher variables = Pattern.compile("\\{([^}]*)}").matcher(mask());
        int counters = 0;
        while (variables.find()) {
            String variable = variables.group(1);
            if (variable.matches("N{1,12}")) {
                counters++;
            } else if (!variable.equals("YYYY") && !variable.equals("YY") && !variable.equals("MM")) {
                throw new IllegalArgumentException("series " + id() + ": mask " + mask() + " has the unknown variable {"
                        + variable + "}; there are {YYYY}, {YY}, {MM} and {N...}");
            }
        }
        String rest = mask().replaceAll("\\{[^}]*}", "");
        if (rest.contains("{") || rest.contains("}")) {
            throw new IllegalArgumentException(
                    "series " + id() + ": mask " + mask() + " has a brace that belongs to no variable");
        }
        if (counters != 1) {
            throw new IllegalArgumentException(
                    "series " + id() + ": mask " + mask() + " must have exactly one {N...}, it has " + counters);
        }
        boolean hasYear = mask().contains("{YYYY}") || mask().contains("{YY}");
        boolean repeats = switch (reset()) {
            case NEVER -> false;
            case YEARLY -> !hasYear;
            case MONTHLY -> !hasYear || !mask().contains("{MM}");
        };
        if (repeats) {
            throw new IllegalArgumentException("series " + id() + ": mask " + mask() + " would repeat numbers after a "
                    + reset() + " reset; put year (and month) into it");
        }
        if (first() < 0) {
            throw new IllegalArgumentException("series " + id() + ": first number must not be negative: " + first());
        }
    }

    /** The counter of the period that the day belongs to; with the seller's id a key for the series store. */
    default String counter(LocalDate day) {
        String period = switch (reset()) {
            case NEVER -> "all";
            case YEARLY -> String.format(Locale.ROOT, "%04d", day.getYear());
            case MONTHLY -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
        };
        return id().value() + "/" + period;
    }

    /** The document number for a count on a day. */
    default String number(long count, LocalDate day) {
        String filled = filled(day);
        int start = filled.indexOf("{N");
        int end = filled.indexOf('}', start);
        int digits = end - start - 1;
        return filled.substring(0, start)
                + String.format(Locale.ROOT, "%0" + digits + "d", count)
                + filled.substring(end + 1);
    }

    /** The count of a number issued on that day; empty when the series gives no such number then. */
    default OptionalLong count(String number, LocalDate day) {
        String filled = filled(day);
        String before = filled.substring(0, filled.indexOf("{N"));
        String after = filled.substring(filled.indexOf('}') + 1);
        int digits = number.length() - before.length() - after.length();
        if (digits < 1 || digits > 18 || !number.startsWith(before)) {
            return OptionalLong.empty();
        }
        String counted = number.substring(before.length(), before.length() + digits);
        if (!counted.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return OptionalLong.empty();
        }
        long count = Long.parseLong(counted);
        return number(count, day).equals(number) ? OptionalLong.of(count) : OptionalLong.empty();
    }

    private String filled(LocalDate day) {
        return mask().replace("{YYYY}", String.format(Locale.ROOT, "%04d", day.getYear()))
                .replace("{YY}", String.format(Locale.ROOT, "%02d", day.getYear() % 100))
                .replace("{MM}", String.format(Locale.ROOT, "%02d", day.getMonthValue()));
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link NumberSeries}. */
    final class Builder extends ImmutableNumberSeries.Builder {
        Builder() {}
    }
}
