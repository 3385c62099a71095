package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.RateBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What every call must pass before it is looked at: rate block, headers, clock, signature over exactly what came. */
final class Gate {

    private final KauflandSettings settings;
    private final RateBlock block;

    Gate(KauflandSettings settings, RateBlock block) {
        this.settings = settings;
        this.block = block;
    }

    /** Why a call gets no further; empty when it may go on. */
    Optional<Answer> refuses(String baseUrl, Call call) {
        if (block.refuses()) {
            return Optional.of(KauflandErrors.error(429, "/problems/too-many-requests", "Too many requests"));
        }
        Optional<String> key = call.header("Shop-Client-Key");
        Optional<String> timestamp = call.header("Shop-Timestamp").filter(text -> text.matches("[0-9]{1,12}"));
        Optional<String> signature = call.header("Shop-Signature");
        boolean identified =
                call.header("User-Agent").filter(text -> !text.isBlank()).isPresent();
        if (key.isEmpty() || timestamp.isEmpty() || signature.isEmpty() || !identified) {
            return Optional.of(KauflandErrors.missingHeader());
        }
        if (!key.get().equals(settings.clientKey())) {
            return Optional.of(KauflandErrors.error(401, "/problems/invalid-credentials", "Unknown client key"));
        }
        Signed signed = new Signed(baseUrl + call.target(), timestamp.get(), call);
        boolean genuine = isNow(timestamp.get())
                && signed.by(settings.secretKey(), signature.get())
                && partnerAgrees(signed, call);
        return genuine
                ? Optional.empty()
                : Optional.of(KauflandErrors.error(401, "/problems/corrupted-signature", "Signature does not match"));
    }

    private boolean isNow(String timestamp) {
        Duration off = Duration.between(
                        Instant.ofEpochSecond(Long.parseLong(timestamp)),
                        settings.clock().instant())
                .abs();
        return off.compareTo(settings.clockSkew()) <= 0;
    }

    private boolean partnerAgrees(Signed signed, Call call) {
        Optional<String> key = call.header("Shop-Partner-Client-Key");
        if (key.isEmpty()) {
            return true;
        }
        return settings.partner()
                .filter(partner -> partner.clientKey().equals(key.get()))
                .filter(partner -> signed.by(
                        partner.secretKey(),
                        call.header("Shop-Partner-Signature").orElse("")))
                .isPresent();
    }

    /** What a signature is over. */
    private record Signed(String url, String timestamp, Call call) {

        boolean by(String secret, String signature) {
            return Signature.same(Signature.of(call.method(), url, call.body(), timestamp, secret), signature);
        }
    }
}
