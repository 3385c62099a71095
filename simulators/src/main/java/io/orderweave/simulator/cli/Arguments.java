package io.orderweave.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says. Immutable.
 *
 * @param marketplace what is simulated
 * @param port 0 lets the operating system choose
 * @param orders how many orders are placed at the start
 * @param stateFile where the state is kept from start to start
 */
record Arguments(Marketplace marketplace, int port, int orders, Optional<Path> stateFile) {

    static final String USAGE = "usage: (" + Marketplace.keys()
            + ") [--port N] [--orders N] [--state FILE]\n"
            + "  --port N      listen on this port of 127.0.0.1; a free one unless told\n"
            + "  --orders N    place so many orders at the start; 3 unless told\n"
            + "  --state FILE  keep the state in this file and go on from it\n"
            + "  --help        show this";

    private static final int LARGEST_PORT = 65_535;
    private static final int MOST_ORDERS = 10_000;
    private static final int USUAL_ORDERS = 3;

    /**
     * Reads them.
     *
     * @throws WrongArgumentsException when they are not as the usage says
     */
    static Arguments parse(String... arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        Marketplace marketplace =
                Marketplace.parse(Optional.ofNullable(left.poll()).orElse(""));
        int port = 0;
        int orders = USUAL_ORDERS;
        Optional<Path> stateFile = Optional.empty();
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--port" -> port = number(option, left, LARGEST_PORT);
                case "--orders" -> orders = number(option, left, MOST_ORDERS);
                case "--state" -> stateFile = Optional.of(Path.of(value(option, left, "a file")));
                default -> throw new WrongArgumentsException("unknown option " + option);
            }
        }
        return new Arguments(marketplace, port, orders, stateFile);
    }

    private static int number(String option, Deque<String> left, int most) {
        String expected = "a number from 0 to " + most;
        String text = value(option, left, expected);
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > most) {
            throw new WrongArgumentsException(option + " is " + text + ", expected " + expected);
        }
        return Integer.parseInt(text);
    }

    private static String value(String option, Deque<String> left, String expected) {
        if (left.isEmpty()) {
            throw new WrongArgumentsException(option + " has no value, expected " + expected);
        }
        return left.pop();
    }
}
