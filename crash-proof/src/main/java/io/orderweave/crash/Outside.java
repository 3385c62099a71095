package io.orderweave.crash;

import io.orderweave.crash.node.SharedTime;
import io.orderweave.crash.node.Shop;
import io.orderweave.simulator.Pace;
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

/** The outside of the shop. It lives in the process that kills, so it survives every kill and can be the judge's witness. */
final class Outside implements AutoCloseable {

    static final String LOCKER = "TOR01M";
    static final String PACKETA_POINT = "4711";

    /** More than the clocks of nodes are apart: one that is further off than Kaufland takes is refused, which is another story. */
    private static final Duration MOST_SKEW = Duration.ofMinutes(15);

    private final AllegroSimulator allegro;
    private final KauflandSimulator kaufland;
    private final InPostSimulator inpost;
    private final PacketaSimulator packeta;
    private final BankMailbox bank;
    private final Path mails;

    /**
     * @param refreshGrace how long a used refresh token still serves at Allegro
     */
    Outside(Path folder, SharedTime time, Duration refreshGrace) {
        this.allegro = AllegroSimulator.builder(Shop.CLIENT_ID, Shop.CLIENT_SECRET)
                .applicationName(Shop.APPLICATION)
                .clock(time)
                .refreshGrace(refreshGrace)
                .start();
        this.kaufland = KauflandSimulator.builder(Shop.KAUFLAND_KEY, Shop.KAUFLAND_SECRET)
                .storefronts(List.of(KauflandStorefront.CZ, KauflandStorefront.PL))
                .clock(time)
                .clockSkew(MOST_SKEW)
                .start();
        this.inpost = InPostSimulator.builder(Shop.INPOST_ORGANIZATION, Shop.INPOST_TOKEN)
                .clock(time)
                .addPoints(LOCKER)
                .confirmation(Pace.onClock(Duration.ofSeconds(20)))
                .start();
        this.packeta = PacketaSimulator.builder(Shop.PACKETA_PASSWORD)
                .clock(time)
                .addPoints(PACKETA_POINT)
                .start();
        this.mails = folder.resolve("bank-mails");
        this.bank = new BankMailbox(mails, new MailReceiver(Shop.MAIL_SERVER, Shop.MAIL_ADDRESS), time);
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
