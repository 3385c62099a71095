package io.orderweave.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The clauses of {@link io.orderweave.store.BlobStore}. */
public abstract class BlobStoreTck extends StoreGroup {

    @Test
    void putReturnsTheSha256InLowerCaseHexadecimal() {
        // "abc" is the first example of FIPS 180-2, appendix B.
        assertThat(stores.blobs().put(bytes("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void getReturnsTheContent() {
        String sha256 = stores.blobs().put(bytes("a label"));

        assertThat(stores.blobs().get(sha256)).hasValue(bytes("a label"));
    }

    @Test
    void getReturnsEmptyForAnUnknownHash() {
        assertThat(stores.blobs().get(Sha256.of(bytes("never put")))).isEmpty();
    }

    @Test
    void storesAContentOnceHoweverOftenItIsPut() {
        String first = stores.blobs().put(bytes("a label"));

        assertThat(stores.blobs().put(bytes("a label"))).isEqualTo(first);
        assertThat(stores.blobs().get(first)).hasValue(bytes("a label"));
    }

    @Test
    void storesAContentOnceUnderConcurrency() {
        List<String> names = Concurrently.run(16, number -> stores.blobs().put(bytes("a label")));

        assertThat(names).containsOnly(Sha256.of(bytes("a label")));
        assertThat(stores.blobs().get(names.get(0))).hasValue(bytes("a label"));
    }

    @Test
    void keepsContentsApart() {
        String one = stores.blobs().put(bytes("one"));
        String two = stores.blobs().put(bytes("two"));

        assertThat(stores.blobs().get(one)).hasValue(bytes("one"));
        assertThat(stores.blobs().get(two)).hasValue(bytes("two"));
    }

    @Test
    void keepsAnEmptyContent() {
        String sha256 = stores.blobs().put(new byte[0]);

        assertThat(stores.blobs().get(sha256)).hasValue(new byte[0]);
    }

    @Test
    void keepsAMegabyteOfAnyBytes() {
        byte[] content = new byte[1 << 20];
        new Random(20260301).nextBytes(content);

        String sha256 = stores.blobs().put(content);

        assertThat(sha256).isEqualTo(Sha256.of(content));
        assertThat(stores.blobs().get(sha256)).hasValue(content);
    }

    @Test
    void theCallerMayChangeTheArrayItGot() {
        String sha256 = stores.blobs().put(bytes("a label"));

        stores.blobs().get(sha256).orElseThrow()[0] = 'X';

        assertThat(stores.blobs().get(sha256)).hasValue(bytes("a label"));
    }

    @Test
    void deleteRemovesTheContentAndNoOther() {
        String one = stores.blobs().put(bytes("one"));
        String two = stores.blobs().put(bytes("two"));

        stores.blobs().delete(one);

        assertThat(stores.blobs().get(one)).isEmpty();
        assertThat(stores.blobs().get(two)).hasValue(bytes("two"));
    }

    @Test
    void deleteOfAnUnknownHashDoesNothing() {
        String kept = stores.blobs().put(bytes("kept"));

        stores.blobs().delete(Sha256.of(bytes("never put")));

        assertThat(stores.blobs().get(kept)).hasValue(bytes("kept"));
    }

    @Test
    void aDeletedContentMayBePutAgain() {
        String sha256 = stores.blobs().put(bytes("a label"));
        stores.blobs().delete(sha256);

        assertThat(stores.blobs().put(bytes("a label"))).isEqualTo(sha256);
        assertThat(stores.blobs().get(sha256)).hasValue(bytes("a label"));
    }
}
