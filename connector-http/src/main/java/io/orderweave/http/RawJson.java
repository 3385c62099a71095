package io.orderweave.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as the bytes that came, for what is kept to be read again. An API method may return it. It is read into a type, a
 * part or a tree only where it is asked for: a page of orders is walked over once, and each order is read once, from its own bytes.
 * Prints no content. Used by one thread at a time.
 */
public final class RawJson {

    private final byte[] bytes;

    /** The document as the type it was expected to be; null where it is none, and where none was expected. */
    private final @Nullable Object expected;

    private @Nullable JsonNode tree;

    private RawJson(byte[] bytes, @Nullable Object expected) {
        this.bytes = bytes;
        this.expected = expected;
    }

    /**
     * A document of which every token is looked at, and nothing kept.
     *
     * @param bytes UTF-8; handed over and not changed. None at all are a document that is missing
     * @throws JsonProcessingException when the bytes are not one JSON document
     */
    public static RawJson parse(byte[] bytes) throws JsonProcessingException {
        try (JsonParser parser = parser(bytes)) {
            if (parser.nextToken() != null) {
                parser.skipChildren();
                if (parser.nextToken() != null) {
                    throw new JsonParseException(parser, "something follows the document");
                }
            }
            return new RawJson(bytes, null);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A document of which every token is looked at while it is read as a type. That it cannot be read as that type is said when it is
     * asked for as such, and not here.
     *
     * @param bytes as in {@link #parse(byte[])}
     * @param expected what {@link #as} is most often asked for; immutable
     * @throws JsonProcessingException when the bytes are not one JSON document
     */
    public static RawJson parse(byte[] bytes, Class<?> expected) throws JsonProcessingException {
        try {
            return new RawJson(bytes, LenientJson.mapper().readValue(bytes, expected));
        } catch (JsonProcessingException | NumberFormatException e) {
            // Not that type, or cut short after the last part that was read: only a walk over all of it tells.
            return parse(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes as they came, UTF-8; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The document as that type.
     *
     * @throws JsonProcessingException when it is none, also when it is {@code null}
     */
    public <T> T as(Class<T> type) throws JsonProcessingException {
        if (type.isInstance(expected)) {
            return type.cast(expected);
        }
        try {
            T value = LenientJson.mapper().readValue(bytes, type);
            if (value == null) {
                throw MismatchedInputException.from(null, type, "null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (NumberFormatException e) {
            // Jackson lets it pass as it is.
            throw MismatchedInputException.from(null, type, "a number beyond all bounds");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The document as a tree, read when it is asked for the first time. What is only passed on, or read as a type, needs none.
     *
     * @throws OutsideFault (CONTRACT) when it holds a number that no computer needs
     */
    public JsonNode tree() {
        JsonNode known = tree;
        if (known == null) {
            known = readTree();
            tree = known;
        }
        return known;
    }

    private JsonNode readTree() {
        try {
            return LenientJson.mapper().readTree(bytes);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.PERHAPS, "an answer holds a number beyond all bounds")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text, number or boolean in that field of the document as text; empty where there is no such. */
    public String text(String field) {
        return at(
                        field,
                        parser -> parser.currentToken().isScalarValue() && !parser.hasToken(JsonToken.VALUE_NULL)
                                ? parser.getText()
                                : "")
                .orElse("");
    }

    /** Whether that field of the document holds an array. */
    public boolean hasArray(String field) {
        return at(field, JsonParser::isExpectedStartArrayToken).orElse(false);
    }

    /** The object in that field of the document, with its own bytes; empty where there is no such object. */
    public Optional<RawJson> part(String field) {
        return at(field, parser -> parser.isExpectedStartObjectToken() ? Optional.of(slice(parser)) : noPart())
                .flatMap(part -> part);
    }

    /** The elements of the array in that field of the document, each with its own bytes; empty where there is no such array. */
    public List<RawJson> elements(String field) {
        return at(field, parser -> parser.isExpectedStartArrayToken() ? slices(parser) : List.<RawJson>of())
                .orElse(List.of());
    }

    /**
     * As {@link #elements}, of an answer to a reading that must have the list: without it the answer does not say that there are none.
     *
     * @throws OutsideFault (CONTRACT) where there is no such array
     */
    public List<RawJson> requiredElements(String field) {
        if (!hasArray(field)) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "an answer has no list " + field)
                    .build();
        }
        return elements(field);
    }

    /** What is read of the value of a field. */
    private interface Reading<T> {
        T read(JsonParser value) throws IOException;
    }

    private <T> Optional<T> at(String field, Reading<T> reading) {
        try (JsonParser parser = parser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(field);
                parser.nextToken();
                if (wanted) {
                    return Optional.of(reading.read(parser));
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            // The whole was looked at before, from memory.
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<RawJson> noPart() {
        return Optional.empty();
    }

    private List<RawJson> slices(JsonParser parser) throws IOException {
        List<RawJson> slices = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            slices.add(slice(parser));
        }
        return slices;
    }

    private RawJson slice(JsonParser parser) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        // A scalar ends where the parser has come to, also an unfinished lazy string.
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        return new RawJson(Arrays.copyOfRange(bytes, from, to), null);
    }

    private static JsonParser parser(byte[] bytes) throws IOException {
        return LenientJson.mapper().getFactory().createParser(bytes);
    }

    @Override
    public String toString() {
        return "RawJson[" + bytes.length + " bytes]";
    }
}
