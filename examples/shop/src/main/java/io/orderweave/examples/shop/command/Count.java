package io.orderweave.examples.shop.command;

/** A number of things. */
final class Count {

    private Count() {}

    /** {@code 1 order}, {@code 2 orders}. */
    static String of(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
