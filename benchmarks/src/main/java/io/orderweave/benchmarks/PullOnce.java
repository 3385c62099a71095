package io.orderweave.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import io.orderweave.OrderHub;
import io.orderweave.connection.Settings;
import io.orderweave.connectors.allegro.AllegroConnectorFactory;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** A process that pulls the simulated Allegro of another process into a new SQLite book, over HTTP, and says what it took. */
final class PullOnce {

    private PullOnce() {}

    /** @param arguments the simulator's address, a refresh token, its time, and a folder */
    public static void main(String[] arguments) throws IOException, SQLException {
        AtomicLong held = largestAfterCollection();
        long begun = System.nanoTime();
        int imported = pull(
                AllegroShop.settings(arguments[0], arguments[1]),
                Clock.fixed(Instant.parse(arguments[2]), ZoneOffset.UTC),
                Path.of(arguments[3]));
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d orders in %.1f s, %.1f s of the processor, with %d MB of heap; after collections at most %.1f MB were used%n",
                imported,
                seconds,
                processorSeconds(),
                Runtime.getRuntime().maxMemory() >> 20,
                held.get() / 1e6);
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    static int pull(Settings settings, Clock clock, Path folder) throws IOException, SQLException {
        try (Database database = Database.open("sqlite", folder);
                BenchBook book = database.newBook();
                OrderHub hub = AllegroShop.open(book.stores(), new AllegroConnectorFactory(), settings, clock)) {
            return hub.pull(AllegroShop.CHANNEL).imported();
        }
    }

    /** The most heap that was still in use after a collection, from now on. */
    private static AtomicLong largestAfterCollection() {
        AtomicLong largest = new AtomicLong();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                long used = GarbageCollectionNotificationInfo.from(
                                                (CompositeData) notification.getUserData())
                                        .getGcInfo()
                                        .getMemoryUsageAfterGc()
                                        .values()
                                        .stream()
                                        .mapToLong(MemoryUsage::getUsed)
                                        .sum();
                                largest.accumulateAndGet(used, Math::max);
                            },
                            notification -> notification
                                    .getType()
                                    .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                            null);
        }
        return largest;
    }
}
