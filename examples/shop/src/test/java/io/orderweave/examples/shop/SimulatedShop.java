package io.orderweave.examples.shop;

import io.orderweave.simulator.Pace;
import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.allegro.AllegroBuyer;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroPaymentType;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.simulator.bank.BankMailbox;
import io.orderweave.simulator.bank.MailReceiver;
import io.orderweave.simulator.inpost.InPostSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;

/** A shop whose outside is simulated, and its configuration in a folder. */
final class SimulatedShop implements AutoCloseable {

    static final MailReceiver MAILBOX =
            new MailReceiver("mx.shop.example", "bank-7f3a9c1e5b8d2046a1c3e5f7@shop.example");

    private final Path folder;
    private final AllegroSimulator allegro;
    private final InPostSimulator inpost;
    private final BankMailbox bank;

    SimulatedShop(Path folder) {
        this(folder, "sqlite:shop.db");
    }

    SimulatedShop(Path folder, String database) {
        SimulatorClock clock = SimulatorClock.following(Clock.systemUTC());
        this.folder = folder;
        this.allegro = AllegroSimulator.builder("client", "allegro-secret")
                .applicationName("Shop")
                .clock(clock)
                .start();
        this.inpost = InPostSimulator.builder("4711", "inpost-secret")
                .clock(clock)
                .confirmation(Pace.atOnce())
                .start();
        this.bank = new BankMailbox(folder.resolve("outbox"), MAILBOX, clock);
        configure(database);
    }

    /** What a command printed and told the shell. */
    record Result(int code, String out, String err) {}

    Result run(String... arguments) {
        return run(printed -> {}, arguments);
    }

    /**
     * Runs a command.
     *
     * @param reader gets all that was printed, whenever some is flushed
     */
    Result run(Consumer<String> reader, String... arguments) {
        StringWriter out = new StringWriter() {
            @Override
            public void flush() {
                reader.accept(toString());
            }
        };
        StringWriter err = new StringWriter();
        CommandLine shop = Shop.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--config=" + config());
        int code = shop.execute(all.toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    Path config() {
        return folder.resolve("shop.properties");
    }

    AllegroSimulator allegro() {
        return allegro;
    }

    InPostSimulator inpost() {
        return inpost;
    }

    BankMailbox bank() {
        return bank;
    }

    /** A paid order of one mug. Returns its id at Allegro. */
    String buyMug() {
        return allegro.buyers().placeReady(mug().build());
    }

    /** An order of one mug that waits for a bank transfer. */
    String orderMugByTransfer() {
        return allegro.buyers()
                .place(mug().paymentType(AllegroPaymentType.WIRE_TRANSFER).build());
    }

    private static AllegroOrderScript.Builder mug() {
        return AllegroOrderScript.builder()
                .marketplace(AllegroMarketplace.PL)
                .buyer(AllegroBuyer.sample(AllegroMarketplace.PL))
                .addLines(AllegroLine.of("16001", "MUG-BLUE", "Kubek niebieski", 1, "29.90"));
    }

    private void configure(String database) {
        try {
            Files.copy(Path.of("rules.json"), folder.resolve("rules.json"));
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of("shop.properties"))) {
                lines.add(line.replace("sqlite:data/shop.db", database)
                        .replace("${ALLEGRO_CLIENT_ID}", "client")
                        .replace("${ALLEGRO_CLIENT_SECRET}", "allegro-secret")
                        .replace("YourApplication", "Shop")
                        .replace("${INPOST_ORGANIZATION}", "4711")
                        .replace("${INPOST_TOKEN}", "inpost-secret")
                        .replace("${BANK_MAIL_ADDRESS}", MAILBOX.secretAddress()));
            }
            lines.add("connection.allegro.set.api.url = " + allegro.baseUrl());
            lines.add("connection.allegro.set.auth.url = " + allegro.baseUrl());
            lines.add("connection.allegro.set.refresh.token = "
                    + allegro.accounts().mintRefreshToken());
            lines.add("connection.inpost.set.base.url = " + inpost.baseUrl());
            Files.write(config(), lines);
            Files.createDirectories(folder.resolve("mails"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        allegro.close();
        inpost.close();
    }
}
