package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The JSON answers that a reading gets, to be handed out again with one place of one of them spoiled. */
final class SpoiledAnswers {

    private final FaultProxy proxy;
    private final Map<String, byte[]> byPath;

    private SpoiledAnswers(FaultProxy proxy, Map<String, byte[]> byPath) {
        this.proxy = proxy;
        this.byPath = byPath;
    }

    /** The first answer from each path; there must be one. */
    static SpoiledAnswers to(FaultProxy proxy, Runnable reading) {
        Map<String, byte[]> byPath = new LinkedHashMap<>();
        proxy.alwaysReads(passage -> {
            HttpMessage answer = passage.forward();
            if (answer.isJson()) {
                byPath.putIfAbsent(passage.request().path(), answer.body());
            }
            answer.writeTo(passage.out());
        });
        reading.run();
        proxy.calm();
        assertThat(byPath).as("JSON answers to the reading").isNotEmpty();
        return new SpoiledAnswers(proxy, byPath);
    }

    /** Has it read for every place of every answer, one after the other: missing, null, of another type, of another size. */
    void inEachPlace(Consumer<String> reading) {
        byPath.forEach((path, json) -> JsonMutations.of(json).forEach(mutation -> {
            proxy.calm();
            proxy.always(
                    request -> !request.isWrite() && request.path().equals(path),
                    Trouble.altered(answer -> answer.withBody(mutation.json())));
            reading.accept(path + " with " + mutation);
        }));
        proxy.calm();
    }
}
