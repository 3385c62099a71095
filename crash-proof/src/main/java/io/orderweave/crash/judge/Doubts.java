package io.orderweave.crash.judge;

/**
 * How often nobody knew whether an effect had happened, and who found out. Immutable.
 *
 * @param raised how often an effect came into doubt
 * @param byPerson how often a person resolved it; the machine resolved the others
 */
public record Doubts(int raised, int byPerson) {

    public static final Doubts NONE = new Doubts(0, 0);

    public int byMachine() {
        return raised - byPerson;
    }

    public Doubts plus(Doubts other) {
        return new Doubts(raised + other.raised, byPerson + other.byPerson);
    }
}
