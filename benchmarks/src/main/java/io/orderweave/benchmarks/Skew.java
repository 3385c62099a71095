package io.orderweave.benchmarks;

import java.util.Random;

/** Picks values by weight: {@code Skew.of("delivered", 885, "cancelled", 70, ...)}. */
final class Skew {

    private final String[] values;
    private final int[] upTo;

    private Skew(String[] values, int[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    /** Values and weights in turn. */
    static Skew of(Object... valuesAndWeights) {
        int count = valuesAndWeights.length / 2;
        String[] values = new String[count];
        int[] upTo = new int[count];
        int sum = 0;
        for (int i = 0; i < count; i++) {
            values[i] = (String) valuesAndWeights[2 * i];
            sum += (Integer) valuesAndWeights[2 * i + 1];
            upTo[i] = sum;
        }
        return new Skew(values, upTo);
    }

    String pick(Random random) {
        int drawn = random.nextInt(upTo[upTo.length - 1]);
        int i = 0;
        while (drawn >= upTo[i]) {
            i++;
        }
        return values[i];
    }
}
