package io.orderweave.crash;

import java.util.ArrayList;
import java.util.List;

/** The kills of working engines, by where they hit. Belongs to one thread. */
final class Kills {

    private final List<String> points = new ArrayList<>();

    void add(String point) {
        points.add(point);
    }

    int count() {
        return points.size();
    }

    /** Where each hit, in order. */
    List<String> points() {
        return List.copyOf(points);
    }
}
