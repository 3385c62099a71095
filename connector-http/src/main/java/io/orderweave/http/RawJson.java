package io.orderweave.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A JSON document and its bytes as they came, for what is kept to be read again. An API method may return it. Prints no content.
 *
 * @param bytes UTF-8; handed over and not changed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record RawJson(byte[] bytes, JsonNode tree) {

    /**
     * Reads a document.
     *
     * @throws JsonProcessingException when the bytes are not one JSON document
     */
    public static RawJson parse(byte[] bytes) throws JsonProcessingException {
        try {
            return new RawJson(bytes, LenientJson.mapper().readTree(bytes));
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as that type. */
    public <T> T as(Class<T> type) throws JsonProcessingException {
        return LenientJson.mapper().treeToValue(tree, type);
    }

    /** The elements of the array in that field of the document, each with its own bytes; empty where there is no such array. */
    public List<RawJson> elements(String field) {
        try (JsonParser parser = LenientJson.mapper().getFactory().createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return List.of();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(field);
                if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
                    return slices(parser);
                }
                parser.skipChildren();
            }
            return List.of();
        } catch (IOException e) {
            // The whole was parsed before, from memory.
            throw new UncheckedIOException(e);
        }
    }

    private List<RawJson> slices(JsonParser parser) throws IOException {
        List<RawJson> slices = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            // A scalar ends where the parser has come to, also an unfinished lazy string.
            parser.finishToken();
            int to = (int) parser.currentLocation().getByteOffset();
            slices.add(parse(Arrays.copyOfRange(bytes, from, to)));
        }
        return slices;
    }

    @Override
    public String toString() {
        return "RawJson[" + bytes.length + " bytes]";
    }
}
