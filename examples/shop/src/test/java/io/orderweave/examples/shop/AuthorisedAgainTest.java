package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that runs goes on when the seller has authorised his account by another process. */
class AuthorisedAgainTest {

    private static final Pattern CODE = Pattern.compile("confirm the code (\\S+)");

    @TempDir
    Path folder;

    @Test
    void aRunningShopGoesOnWithTheNewTokensAndAsksNothingBefore() throws IOException {
        try (SimulatedShop shop = new SimulatedShop(folder)) {
            shop.allegro().accounts().revokeAll();
            Process process = shop.start(Map.of(), "run", "--every=1s");
            // A shop that says nothing more fails the test, and does not hang it.
            CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(process::destroyForcibly);
            try (BufferedReader out = process.inputReader()) {
                await("allegro: stopped: ", out);
                int asked = shop.allegro().requests().size();
                authorise(shop);

                assertThat(await("allegro: ", out)).isEqualTo("allegro: authorised again, goes on");
                assertThat(shop.allegro().requests().get(asked).path())
                        .as("the next request of all after it was stopped")
                        .isEqualTo("/auth/oauth/device");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static void authorise(SimulatedShop shop) {
        AtomicBoolean approved = new AtomicBoolean();
        Program.Result auth = shop.run(
                printed -> {
                    Matcher code = CODE.matcher(printed);
                    if (code.find() && approved.compareAndSet(false, true)) {
                        shop.allegro().accounts().approve(code.group(1));
                    }
                },
                "auth",
                "allegro");
        assertThat(auth.code()).as(auth.out() + auth.err()).isZero();
    }

    /** The next line that begins so. */
    private static String await(String beginning, BufferedReader out) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = out.readLine();
        }
        assertThat(line).as("what begins with " + beginning).isNotNull();
        return line;
    }
}
