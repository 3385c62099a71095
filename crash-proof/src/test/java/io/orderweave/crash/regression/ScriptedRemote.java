package io.orderweave.crash.regression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A kind of the host's own at an outside system in memory that takes everything it is sent, also twice. Thread-safe. */
final class ScriptedRemote implements RemoteEffectHandler {

    static final Duration DEADLINE = Duration.ofSeconds(30);
    static final Duration SETTLE = Duration.ofMinutes(2);

    private final EffectKind kind;
    private final Resolution resolution;
    private final List<EffectKey> done = new CopyOnWriteArrayList<>();
    private volatile Runnable afterWrite = () -> {};

    ScriptedRemote(String kind, Resolution resolution) {
        this.kind = new EffectKind(kind);
        this.resolution = resolution;
    }

    /** What the other side has, in the order it came. */
    List<EffectKey> done() {
        return List.copyOf(done);
    }

    /** Happens once, when the other side has the next one and before it answers. */
    void afterNextWrite(Runnable event) {
        afterWrite = () -> {
            afterWrite = () -> {};
            event.run();
        };
    }

    @Override
    public EffectKind kind() {
        return kind;
    }

    @Override
    public boolean irreversible() {
        return true;
    }

    @Override
    public Resolution resolution(Effect effect) {
        return resolution;
    }

    @Override
    public Duration callDeadline(Effect effect) {
        return DEADLINE;
    }

    @Override
    public Duration settleTime(Effect effect) {
        return SETTLE;
    }

    @Override
    public Readiness prepare(EffectContext context) {
        return new Readiness.Ready(nothing());
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        done.add(call.key());
        afterWrite.run();
        return new RemoteAnswer.Done(nothing(), Optional.empty());
    }

    @Override
    public RemoteAnswer resume(RemoteCall call, String handle) {
        throw new IllegalStateException("answers at once");
    }

    @Override
    public RemoteLookup lookup(RemoteCall call) {
        return done.contains(call.key())
                ? new RemoteLookup.Found(nothing(), Optional.empty())
                : new RemoteLookup.Absent();
    }

    @Override
    public Optional<JsonNode> answerFor(Effect effect, String reference) {
        return Optional.of(nothing());
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        // The order does not care.
    }

    static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
