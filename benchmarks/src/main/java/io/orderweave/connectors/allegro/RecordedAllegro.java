package io.orderweave.connectors.allegro;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.http.RawJson;
import io.orderweave.http.Sleeper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The Allegro connector without its network: the first answer to each request is Allegro's and is remembered, the same request after that
 * is answered from memory. Documents are remembered as bytes and read each time. Thread-safe.
 */
public final class RecordedAllegro implements ChannelConnectorFactory {

    private final AllegroConnectorFactory factory = new AllegroConnectorFactory();
    private final Map<List<@Nullable Object>, Object> answers = new ConcurrentHashMap<>();

    /** The documents that came, page by page, in no order. */
    public List<byte[]> documents() {
        return answers.values().stream()
                .filter(RawJson.class::isInstance)
                .map(document -> ((RawJson) document).bytes())
                .toList();
    }

    @Override
    public ChannelId channel() {
        return factory.channel();
    }

    @Override
    public SettingsSchema settings() {
        return factory.settings();
    }

    @Override
    public ChannelConnector create(Settings settings, ConnectorContext context) {
        AllegroConfig config = AllegroConfig.of(settings);
        AllegroApi allegro = new AllegroClients(config, context.clock(), Sleeper.ofThread()).api(context.tokens());
        AllegroApi recorded = (AllegroApi) Proxy.newProxyInstance(
                AllegroApi.class.getClassLoader(),
                new Class<?>[] {AllegroApi.class},
                (proxy, method, arguments) -> answer(allegro, method, arguments));
        return new AllegroConnector(recorded, config, context);
    }

    private Object answer(AllegroApi allegro, Method method, Object @Nullable [] arguments) throws Throwable {
        List<@Nullable Object> request =
                Arrays.asList(method.getName(), Arrays.asList(Objects.requireNonNullElse(arguments, new Object[0])));
        Object answer = answers.get(request);
        if (answer == null) {
            answer = ask(allegro, method, arguments);
            answers.put(request, answer);
        }
        return answer instanceof RawJson document ? RawJson.parse(document.bytes()) : answer;
    }

    private static Object ask(AllegroApi allegro, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(allegro, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
