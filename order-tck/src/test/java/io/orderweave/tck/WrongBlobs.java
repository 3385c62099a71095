package io.orderweave.tck;

import io.orderweave.store.BlobStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Stores that give back other bytes than they were given. */
final class WrongBlobs {

    private WrongBlobs() {}

    static List<WrongAdapter> all() {
        return List.of(
                wrong("upper-case name", "the hash is written in upper case", WrongBlobs::shouts),
                wrong("shared array", "the caller gets the stored array itself", WrongBlobs::shares),
                wrong("text for bytes", "the content goes through a text", WrongBlobs::recodes),
                wrong("64 KiB", "a content is cut at the size of a small column", WrongBlobs::cuts),
                wrong("empty is null", "an empty content is not found", WrongBlobs::losesEmpty),
                wrong("put twice", "a content that is there already is refused", WrongBlobs::refusesTheSecond),
                wrong("everything found", "an unknown hash has an empty content", WrongBlobs::findsEverything),
                wrong("kept for ever", "a deletion does nothing", WrongBlobs::keeps),
                wrong("gone for ever", "a deleted content cannot be put again", WrongBlobs::buries));
    }

    private static WrongAdapter wrong(String name, String does, UnaryOperator<BlobStore> fault) {
        return new WrongAdapter(name, does, KitGroup.BLOBS, right -> right.with(fault.apply(right.blobs())));
    }

    private static BlobStore shouts(BlobStore right) {
        return new ForwardingBlobStore(right) {
            @Override
            public String put(byte[] content) {
                return super.put(content).toUpperCase(Locale.ROOT);
            }

            @Override
            public Optional<byte[]> get(String sha256) {
                return super.get(sha256.toLowerCase(Locale.ROOT));
            }
        };
    }

    private static BlobStore shares(BlobStore right) {
        return new ForwardingBlobStore(right) {
            private final Map<String, byte[]> arrays = new ConcurrentHashMap<>();

            @Override
            public Optional<byte[]> get(String sha256) {
                super.get(sha256).ifPresent(content -> arrays.putIfAbsent(sha256, content));
                return Optional.ofNullable(arrays.get(sha256));
            }
        };
    }

    private static BlobStore recodes(BlobStore right) {
        return mapsRead(right, content -> new String(content, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    }

    private static BlobStore cuts(BlobStore right) {
        return mapsRead(right, content -> Arrays.copyOf(content, Math.min(1 << 16, content.length)));
    }

    private static BlobStore mapsRead(BlobStore right, UnaryOperator<byte[]> mapping) {
        return new ForwardingBlobStore(right) {
            @Override
            public Optional<byte[]> get(String sha256) {
                return super.get(sha256).map(mapping);
            }
        };
    }

    private static BlobStore losesEmpty(BlobStore right) {
        return new ForwardingBlobStore(right) {
            @Override
            public Optional<byte[]> get(String sha256) {
                return super.get(sha256).filter(content -> content.length > 0);
            }
        };
    }

    private static BlobStore refusesTheSecond(BlobStore right) {
        return new ForwardingBlobStore(right) {
            @Override
            public String put(byte[] content) {
                if (get(Sha256.of(content)).isPresent()) {
                    throw new IllegalStateException("duplicate key");
                }
                return super.put(content);
            }
        };
    }

    private static BlobStore keeps(BlobStore right) {
        return new ForwardingBlobStore(right) {
            @Override
            public void delete(String sha256) {
                // the fault: blobs are never thrown away
            }
        };
    }

    private static BlobStore buries(BlobStore right) {
        return new ForwardingBlobStore(right) {
            private final Set<String> deleted = ConcurrentHashMap.newKeySet();

            @Override
            public void delete(String sha256) {
                deleted.add(sha256);
            }

            @Override
            public Optional<byte[]> get(String sha256) {
                return super.get(sha256).filter(content -> !deleted.contains(sha256));
            }
        };
    }

    private static BlobStore findsEverything(BlobStore right) {
        return new ForwardingBlobStore(right) {
            @Override
            public Optional<byte[]> get(String sha256) {
                return super.get(sha256).or(() -> Optional.of(new byte[0]));
            }
        };
    }
}
