package io.orderweave.simulator.internal;

/** What a simulator puts behind its {@link SimulatorServer}; called by several threads at a time. */
public interface Service {

    /** What is asked, whatever the ids; see {@link io.orderweave.simulator.RecordedRequest#operation()}. */
    String operation(Call call);

    /** Processes the request; what it changes is stored when this returns. */
    Answer answer(Call call);
}
