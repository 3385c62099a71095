package io.orderweave.tck.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** What befalls one request on its way. */
@FunctionalInterface
interface Trouble {

    void befall(FaultProxy.Passage passage) throws IOException;

    /** Everything passes. */
    static Trouble none() {
        return altered(answer -> answer);
    }

    /** The connection ends before the server sees the request. */
    static Trouble cutBefore() {
        return passage -> {};
    }

    /** The server does what it is asked, and its answer is lost. */
    static Trouble cutAfter() {
        return FaultProxy.Passage::forward;
    }

    /** Nobody answers. */
    static Trouble silence() {
        return FaultProxy.Passage::waitForTheEnd;
    }

    /** The server does what it is asked, and its answer does not arrive. */
    static Trouble silenceAfter() {
        return passage -> {
            passage.forward();
            passage.waitForTheEnd();
        };
    }

    /** The answer comes, a byte now and then and without end. */
    static Trouble drip() {
        return passage -> {
            HttpMessage.answer(200, List.of("Content-Type: application/json"), new byte[0])
                    .writeHead(passage.out(), 1_000_000);
            while (passage.waitAMoment()) {
                passage.out().write(' ');
                passage.out().flush();
            }
        };
    }

    /** This answer instead of the server's, which is not asked. */
    static Trouble answer(int status, String body, String... headers) {
        HttpMessage answer = HttpMessage.answer(status, List.of(headers), body.getBytes(StandardCharsets.UTF_8));
        return passage -> answer.writeTo(passage.out());
    }

    /** The server's answer, changed. */
    static Trouble altered(UnaryOperator<HttpMessage> change) {
        return passage -> change.apply(passage.forward()).writeTo(passage.out());
    }

    /** The server's answer, ended in the middle though its length is told. */
    static Trouble truncated() {
        return passage -> {
            HttpMessage answer = passage.forward();
            answer.writeHead(passage.out(), answer.body().length);
            passage.out().write(Arrays.copyOf(answer.body(), answer.body().length / 2));
            passage.out().flush();
        };
    }

    /** The page that a proxy in front of the server shows. */
    static Trouble htmlPage(int status) {
        return answer(
                status,
                "<!DOCTYPE html><html><head><title>Back soon</title></head><body><h1>Back soon</h1></body></html>",
                "Content-Type: text/html; charset=utf-8");
    }

    /** A small packed JSON answer that unpacks to this many bytes. */
    static Trouble gzipBomb(int megabytes) {
        HttpMessage answer = HttpMessage.answer(
                200, List.of("Content-Type: application/json", "Content-Encoding: gzip"), bomb(megabytes));
        return passage -> answer.writeTo(passage.out());
    }

    private static byte[] bomb(int megabytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'a');
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"note\":\"".getBytes(StandardCharsets.US_ASCII));
            for (int written = 0; written < megabytes; written++) {
                gzip.write(megabyte);
            }
            gzip.write("\"}".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
