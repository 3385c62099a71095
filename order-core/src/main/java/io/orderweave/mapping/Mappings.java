package io.orderweave.mapping;

import io.orderweave.event.Actor;
import java.util.List;
import java.util.Optional;

/**
 * The shop's mappings as hosts handle them: status maps both ways, the couriers' milestones, and dictionaries. Thread-safe. Every command
 * asks the host's policy and is entered in the journal with who and why.
 */
public interface Mappings {

    /** The mappings in force, the same on every node. */
    MappingSet current();

    /** A version that is or was in force. */
    Optional<MappingSet> version(int version);

    /** Everything wrong with mappings, each as one sentence that begins with its place; empty when they can be applied. */
    List<String> problems(MappingSet mappings);

    /**
     * Puts mappings in force, on every node, from the next change on. It does nothing to what has happened already: no order changes its
     * status for it, and no channel is told anything.
     *
     * @param why for people
     * @return the mappings as they are in force
     * @throws io.orderweave.error.OrderweaveException (INVALID_CONFIGURATION) with everything that is wrong, a line each, or when their
     *     version is not newer than the one in force: then nothing changes; (FORBIDDEN) when the policy refuses
     */
    MappingSet apply(MappingSet mappings, Actor actor, String why);
}
