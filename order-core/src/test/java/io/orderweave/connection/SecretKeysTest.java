package io.orderweave.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretKeysTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Test
    void writesWithTheCurrentKeyAndReadsWithEvery() {
        SecretKeys keys = SecretKeys.of("b", KEY).withOlder("a", KEY);

        assertThat(keys.current()).contains("b");
        assertThat(keys.ids()).containsExactlyInAnyOrder("a", "b");
        assertThat(keys.find("a")).isPresent();
        assertThat(keys.find("c")).isEmpty();
        assertThat(SecretKeys.none().current()).isEmpty();
    }

    @Test
    void keepsItsOwnCopyOfAKey() {
        byte[] given = KEY.clone();
        SecretKeys keys = SecretKeys.of("a", given);

        Arrays.fill(given, (byte) 0);

        assertThat(keys.find("a").orElseThrow().getEncoded()).isEqualTo(KEY);
    }

    @Test
    void refusesAKeyThatIsNotOfAes256() {
        assertThatThrownBy(() -> SecretKeys.of("a", new byte[16]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key a has 16 bytes; AES-256 needs 32");
    }

    @Test
    void refusesAnIdThatIsNone() {
        assertThatThrownBy(() -> SecretKeys.of("", KEY)).hasMessageContaining("1 to 64 letters");
        assertThatThrownBy(() -> SecretKeys.of("a b", KEY)).hasMessageContaining("1 to 64 letters");
        assertThatThrownBy(() -> SecretKeys.of("a".repeat(65), KEY)).hasMessageContaining("1 to 64 letters");
        assertThat(SecretKeys.of("a".repeat(64), KEY).current()).isPresent();
    }

    @Test
    void refusesAnIdGivenTwice() {
        assertThatThrownBy(() -> SecretKeys.of("a", KEY).withOlder("a", KEY)).hasMessage("key a is given twice");
    }

    @Test
    void printsIdsAndNoKey() {
        String printed = SecretKeys.of("new", KEY).withOlder("old", KEY).toString();

        assertThat(printed).isEqualTo("SecretKeys[current=new, ids=[new, old]]");
    }
}
