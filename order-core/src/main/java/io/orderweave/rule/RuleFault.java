package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says where a written rule set is wrong and what was expected, in the words of the JSON and not of our classes. */
final class RuleFault {

    private RuleFault() {}

    static String describe(JsonProcessingException fault) {
        JsonProcessingException syntax = fault.getCause() instanceof JsonProcessingException cause ? cause : fault;
        if (syntax instanceof StreamConstraintsException) {
            return "nested deeper or written longer than any rule set is";
        }
        if (!(syntax instanceof JsonMappingException)) {
            return "line " + syntax.getLocation().getLineNr() + ", column "
                    + syntax.getLocation().getColumnNr() + ": not JSON: " + syntax.getOriginalMessage();
        }
        return describe((JsonMappingException) fault);
    }

    private static String describe(JsonMappingException fault) {
        String path = path(fault.getPath());
        return (path.isEmpty() ? "at its top" : path) + ": " + reason(fault);
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String reason(JsonMappingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "there is no such part; there are " + sorted(unknown.getKnownPropertyIds());
        }
        if (fault instanceof InvalidTypeIdException type) {
            return kind(type);
        }
        if (fault instanceof InvalidFormatException format) {
            return "expected " + expectation(format.getTargetType()) + ", not '" + format.getValue() + "'";
        }
        if (fault instanceof ValueInstantiationException value) {
            return Optional.ofNullable(value.getCause())
                    .map(Throwable::getMessage)
                    .map(RuleFault::missing)
                    .orElse("it cannot be so");
        }
        if (fault instanceof MismatchedInputException mismatch) {
            return "expected " + expectation(mismatch.getTargetType());
        }
        return Optional.ofNullable(fault.getOriginalMessage()).orElse("it cannot be read");
    }

    private static String kind(InvalidTypeIdException fault) {
        Class<?> base = fault.getBaseType().getRawClass();
        JsonTypeInfo info = base.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes types = base.getAnnotation(JsonSubTypes.class);
        if (info == null || types == null) {
            return "it is of no known kind";
        }
        List<String> names = Arrays.stream(types.value())
                .map(JsonSubTypes.Type::name)
                .sorted()
                .toList();
        return fault.getTypeId() == null
                ? "'" + info.property() + "' is missing; expected one of " + names
                : "no '" + info.property() + "' is called '" + fault.getTypeId() + "'; there are " + names;
    }

    private static String sorted(@Nullable Collection<Object> names) {
        return Optional.ofNullable(names).orElseGet(List::of).stream()
                .map(Objects::toString)
                .sorted()
                .toList()
                .toString();
    }

    /** The values' generated code says "Cannot build X, some of required attributes are not set [a, b]". */
    private static String missing(String message) {
        int names = message.indexOf("are not set [");
        return names < 0 ? message : "missing " + message.substring(message.indexOf('[', names));
    }

    private static String expectation(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == Duration.class) {
            return "an ISO 8601 duration such as P7D or PT12H";
        }
        if (type == Currency.class) {
            return "an ISO 4217 currency such as PLN";
        }
        if (type == BigDecimal.class) {
            return "a decimal in quotes such as \"100.00\"";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "a whole number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type == String.class || isText(type)) {
            return "text";
        }
        return "an object with its parts";
    }

    /** Whether the type is written as one text: ids and names are. */
    private static boolean isText(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field -> field.isAnnotationPresent(JsonValue.class));
    }
}
