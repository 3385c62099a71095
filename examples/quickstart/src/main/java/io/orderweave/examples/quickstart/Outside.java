package io.orderweave.examples.quickstart;

import io.orderweave.simulator.Pace;
import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.simulator.bank.BankMailbox;
import io.orderweave.simulator.bank.MailReceiver;
import io.orderweave.simulator.inpost.InPostSimulator;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import io.orderweave.simulator.packeta.PacketaSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The outside of the shop, simulated on 127.0.0.1: two marketplaces, two couriers, a bank's mails. It keeps its state in files. */
final class Outside implements AutoCloseable {

    static final String CLIENT_ID = "quickstart-client";
    static final String CLIENT_SECRET = "quickstart-secret";
    static final String APPLICATION = "OrderweaveQuickstart";
    static final String KAUFLAND_KEY = "quickstart-client-key";
    static final String KAUFLAND_SECRET = "quickstart-secret-key";
    static final String INPOST_ORGANIZATION = "4711";
    static final String INPOST_TOKEN = "quickstart-inpost-token";
    static final String PACKETA_PASSWORD = "0123456789abcdef0123456789abcdef";
    static final String FIO_ACCOUNT = "2400123459/2010";
    static final MailReceiver MAILBOX =
            new MailReceiver("mx.shop.example", "bank-7f3a9c1e5b8d2046a1c3e5f7@shop.example");

    /** The InPost locker and the Packeta point that buyers choose. */
    static final String LOCKER = "TOR01M";

    static final String PACKETA_POINT = "4711";

    private final AllegroSimulator allegro;
    private final KauflandSimulator kaufland;
    private final InPostSimulator inpost;
    private final PacketaSimulator packeta;
    private final BankMailbox bank;
    private final Path mails;

    Outside(Path folder, SimulatorClock clock) {
        this.allegro = AllegroSimulator.builder(CLIENT_ID, CLIENT_SECRET)
                .applicationName(APPLICATION)
                .clock(clock)
                .stateFile(folder.resolve("allegro.json"))
                .start();
        this.kaufland = KauflandSimulator.builder(KAUFLAND_KEY, KAUFLAND_SECRET)
                .storefronts(List.of(KauflandStorefront.CZ, KauflandStorefront.PL))
                .clock(clock)
                .stateFile(folder.resolve("kaufland.json"))
                .start();
        this.inpost = InPostSimulator.builder(INPOST_ORGANIZATION, INPOST_TOKEN)
                .clock(clock)
                .stateFile(folder.resolve("inpost.json"))
                .addPoints(LOCKER)
                .confirmation(Pace.onClock(Duration.ofSeconds(20)))
                .start();
        this.packeta = PacketaSimulator.builder(PACKETA_PASSWORD)
                .clock(clock)
                .addPoints(PACKETA_POINT)
                .stateFile(folder.resolve("packeta.json"))
                .start();
        this.mails = folder.resolve("bank-mails");
        this.bank = new BankMailbox(mails, MAILBOX, clock);
    }

    AllegroSimulator allegro() {
        return allegro;
    }

    KauflandSimulator kaufland() {
        return kaufland;
    }

    InPostSimulator inpost() {
        return inpost;
    }

    PacketaSimulator packeta() {
        return packeta;
    }

    BankMailbox bank() {
        return bank;
    }

    /** The folder the bank's mails lie in. */
    Path mails() {
        return mails;
    }

    @Override
    public void close() {
        allegro.close();
        kaufland.close();
        inpost.close();
        packeta.close();
    }
}
