package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what was expected in a place of a rule set, in the words of the JSON and not of our classes. */
final class Expected {

    private Expected() {}

    /** Why a part cannot be what it should, its own parts being well. */
    static String reason(JsonMappingException fault, JavaType type) {
        if (fault instanceof InvalidFormatException format) {
            return "expected " + of(format.getTargetType()) + ", not '" + Shown.of(String.valueOf(format.getValue()))
                    + "'";
        }
        if (fault instanceof ValueInstantiationException value) {
            return Optional.ofNullable(value.getCause())
                    .map(Throwable::getMessage)
                    .map(Shown::of)
                    .orElse("it cannot be so");
        }
        if (fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "expected " + of(mismatch.getTargetType());
        }
        return "expected " + of(type);
    }

    static String of(JavaType type) {
        if (type.isReferenceType()) {
            return of(type.getContentType());
        }
        return of(type.getRawClass());
    }

    private static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .toList();
        }
        if (Measure.class.isAssignableFrom(type)) {
            return "a number such as 3, an amount such as \"100.00 PLN\", a duration such as \"P2D\", a time such as \"22:00\""
                    + " or a moment such as \"2026-01-31T12:00:00Z\"";
        }
        if (type == Duration.class) {
            return "an ISO 8601 duration such as P7D or PT12H";
        }
        if (type == LocalDate.class) {
            return "a day such as 2026-01-31";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "a whole number";
        }
        if (type == String.class || isText(type)) {
            return "text";
        }
        return "an object with its parts";
    }

    /** Whether the type is written as one text: ids and names are. */
    private static boolean isText(Class<?> type) {
        return type == Trigger.class
                || type.isRecord()
                        && type.getRecordComponents().length == 1
                        && (Arrays.stream(type.getDeclaredFields())
                                        .anyMatch(field -> field.isAnnotationPresent(JsonValue.class))
                                || Arrays.stream(type.getDeclaredConstructors())
                                        .anyMatch(creator -> creator.isAnnotationPresent(JsonCreator.class)));
    }
}
