package io.orderweave.tck.channel;

import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.TokenVault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The secrets of a connection: the secret settings that are given, and its tokens. */
final class Secrets {

    /** Shorter ones, such as the word for "none", would be found everywhere. */
    private static final int SHORTEST = 6;

    private Secrets() {}

    static List<String> of(SettingsSchema schema, Settings settings, TokenVault vault) {
        Stream<String> given = schema.settings().stream()
                .filter(setting -> setting.type() == Setting.Type.SECRET)
                .map(setting -> settings.find(setting.key()))
                .flatMap(Optional::stream);
        Stream<String> tokens = vault.current().stream()
                .flatMap(pair -> Stream.concat(Stream.of(pair.accessToken()), pair.refreshToken().stream()));
        return Stream.concat(given, tokens)
                .filter(secret -> secret.length() >= SHORTEST)
                .toList();
    }
}
