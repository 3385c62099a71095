package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.effect.Effect;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.Resolution;
import io.orderweave.internal.book.Outside;
import java.time.Duration;
import java.util.Optional;

/** A write to a channel that must not be repeated: it cannot be taken back, and a lost answer is looked up. */
abstract class ChannelWriteHandler implements RemoteEffectHandler {

    private final ChannelFacets channels;

    ChannelWriteHandler(Outside outside) {
        this.channels = new ChannelFacets(outside);
    }

    final ChannelFacets channels() {
        return channels;
    }

    @Override
    public final boolean irreversible() {
        return true;
    }

    @Override
    public final Resolution resolution(Effect effect) {
        return Resolution.LOOKUP;
    }

    @Override
    public final Duration callDeadline(Effect effect) {
        return channels.callDeadline(effect);
    }

    @Override
    public final Duration settleTime(Effect effect) {
        return channels.settleTime(effect);
    }

    /** That it happened is all there is to know. */
    @Override
    public final Optional<JsonNode> answerFor(Effect effect, String reference) {
        return Answers.happened();
    }
}
