package io.orderweave.examples.shop.config;

import java.util.List;

/** A configuration that cannot be used. Its message has a line for every mistake. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
