package io.orderweave.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.function.Function;

/**
 * Maps a document from outside to a value of ours.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface DocumentMapping<T> {

    /**
     * The value.
     *
     * @throws UnreadablePartException when a part is not what it must be
     * @throws IllegalArgumentException when the parts make no value
     * @throws ArithmeticException when the parts make no value
     */
    T map() throws JsonProcessingException;

    /**
     * What the mapping gives or, where the document cannot be read, what is made of the reason. The reason quotes nothing of the
     * document.
     *
     * @param thing what the parts were to make, with its article: {@code an order}
     */
    static <T> T orUnreadable(
            DocumentMapping<? extends T> mapping, String thing, Function<String, ? extends T> unreadable) {
        try {
            return mapping.map();
        } catch (JsonProcessingException e) {
            return unreadable.apply(JsonProblem.describe(e));
        } catch (UnreadablePartException e) {
            return unreadable.apply(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Values refuse what cannot be; their words may quote it.
            return unreadable.apply("the parts do not make " + thing);
        }
    }
}
