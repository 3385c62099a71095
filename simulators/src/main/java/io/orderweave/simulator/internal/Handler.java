package io.orderweave.simulator.internal;

/** Answers the requests of one route; called by several threads at a time. */
@FunctionalInterface
public interface Handler {

    Answer handle(Call call);
}
