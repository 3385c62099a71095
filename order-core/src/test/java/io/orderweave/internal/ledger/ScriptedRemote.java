package io.orderweave.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.Resolution;
import io.orderweave.internal.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;

/** A remote kind that a test scripts: each call takes the next answer; without one it is done. */
final class ScriptedRemote implements RemoteEffectHandler {

    static final Duration DEADLINE = Duration.ofSeconds(30);
    static final Duration SETTLE = Duration.ofMinutes(2);

    Duration settleTime = SETTLE;

    final List<RemoteCall> calls = Collections.synchronizedList(new ArrayList<>());
    final List<String> resumed = Collections.synchronizedList(new ArrayList<>());
    final List<RemoteCall> lookedUp = Collections.synchronizedList(new ArrayList<>());
    final List<JsonNode> folded = Collections.synchronizedList(new ArrayList<>());
    final Deque<Supplier<RemoteAnswer>> answers = new ConcurrentLinkedDeque<>();
    final Deque<Supplier<RemoteAnswer>> resumes = new ConcurrentLinkedDeque<>();
    final Deque<Supplier<RemoteLookup>> lookups = new ConcurrentLinkedDeque<>();
    final Deque<RuntimeException> foldFaults = new ConcurrentLinkedDeque<>();
    final EffectKind kind;
    Resolution resolution = Resolution.LOOKUP;
    boolean irreversible = true;
    Optional<JsonNode> told = Optional.of(Json.object().put("told", "by a person"));
    int prepared;
    Function<EffectContext, Readiness> prepare =
            context -> new Readiness.Ready(Json.object().put("prepared", ++prepared));

    ScriptedRemote(EffectKind kind) {
        this.kind = kind;
    }

    static RemoteAnswer done(String reference) {
        return new RemoteAnswer.Done(Json.object().put("result", reference), Optional.of(reference));
    }

    static RemoteLookup found(String reference) {
        return new RemoteLookup.Found(Json.object().put("result", reference), Optional.of(reference));
    }

    void answer(RemoteAnswer answer) {
        answers.add(() -> answer);
    }

    void fail(RuntimeException fault) {
        answers.add(() -> {
            throw fault;
        });
    }

    void answerResume(RemoteAnswer answer) {
        resumes.add(() -> answer);
    }

    void failResume(RuntimeException fault) {
        resumes.add(() -> {
            throw fault;
        });
    }

    void answerLookup(RemoteLookup answer) {
        lookups.add(() -> answer);
    }

    void failLookup(RuntimeException fault) {
        lookups.add(() -> {
            throw fault;
        });
    }

    List<Integer> sentRequests() {
        return calls.stream()
                .map(call -> call.request().get("prepared").asInt())
                .toList();
    }

    @Override
    public EffectKind kind() {
        return kind;
    }

    @Override
    public boolean irreversible() {
        return irreversible;
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
        return settleTime;
    }

    @Override
    public Readiness prepare(EffectContext context) {
        return prepare.apply(context);
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        calls.add(call);
        Supplier<RemoteAnswer> scripted = answers.poll();
        return scripted == null ? done("R" + calls.size()) : scripted.get();
    }

    @Override
    public RemoteAnswer resume(RemoteCall call, String handle) {
        resumed.add(handle);
        return resumes.isEmpty() ? done("resumed") : resumes.remove().get();
    }

    @Override
    public RemoteLookup lookup(RemoteCall call) {
        lookedUp.add(call);
        return lookups.isEmpty() ? new RemoteLookup.Absent() : lookups.remove().get();
    }

    @Override
    public Optional<JsonNode> answerFor(Effect effect, String reference) {
        return told;
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        context.change(order -> new Outcome(
                order.toBuilder()
                        .addTag("folded-" + context.effect().key().discriminator())
                        .build(),
                List.of(new EffectEvent.EffectDone(context.effect().key()))));
        if (!foldFaults.isEmpty()) {
            throw foldFaults.remove();
        }
        folded.add(answer);
    }
}
