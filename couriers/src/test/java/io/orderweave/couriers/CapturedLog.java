package io.orderweave.couriers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.LoggerFactory;

/** What is logged from a moment on: the tests' logger writes every level to a file (simplelogger.properties). */
public final class CapturedLog {

    private static final Path FILE = Path.of("target/test-log.txt");

    private final int from;

    private CapturedLog(int from) {
        this.from = from;
    }

    public static CapturedLog start() {
        // The first message opens the file.
        LoggerFactory.getLogger(CapturedLog.class).trace("capturing");
        return new CapturedLog(read().length);
    }

    public String text() {
        byte[] all = read();
        return new String(Arrays.copyOfRange(all, from, all.length), Charset.defaultCharset());
    }

    private static byte[] read() {
        try {
            return Files.readAllBytes(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
