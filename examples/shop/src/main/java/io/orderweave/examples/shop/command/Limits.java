package io.orderweave.examples.shop.command;

import java.io.PrintWriter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many of a list are shown. */
final class Limits implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new TypeConversionException("expected a number from 1 on, not '" + text + "'");
        }
        return Integer.valueOf(text);
    }

    /** Beside the list, so that a program that reads it is not disturbed. */
    static void tellMore(int shown, PrintWriter err) {
        err.println("there are more than these " + shown + "; --limit shows more of them");
    }
}
