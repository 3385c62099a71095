package io.orderweave.examples.shop;

import io.orderweave.simulator.Pace;
import io.orderweave.simulator.Simulator;
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
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import io.orderweave.simulator.packeta.PacketaSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The sample's shop with a simulated outside: Allegro, InPost and a bank from the beginning, Kaufland and MerchantPro when a test
 * {@linkplain #openKaufland() opens} them.
 */
final class SimulatedShop implements AutoCloseable {

    private static final String PACKETA_PASSWORD = "0123456789abcdef0123456789abcdef";
    private static final String KAUFLAND_KEY = "0123456789abcdef0123456789abcdef";
    private static final String BANK_MAIL_ADDRESS = "bank-7f3a9c1e5b8d2046a1c3e5f7@shop.example";

    static final Map<String, String> ENVIRONMENT = Map.of(
            "ALLEGRO_CLIENT_ID", "client",
            "ALLEGRO_CLIENT_SECRET", "allegro-secret",
            "KAUFLAND_CLIENT_KEY", KAUFLAND_KEY,
            "KAUFLAND_SECRET_KEY", "kaufland-secret",
            "MERCHANTPRO_API_KEY", "key",
            "MERCHANTPRO_API_SECRET", "merchantpro-secret",
            "INPOST_ORGANIZATION", "4711",
            "INPOST_TOKEN", "inpost-secret",
            "BANK_MAIL_ADDRESS", BANK_MAIL_ADDRESS);

    private final VirtualTime time = VirtualTime.begin();
    private final Path folder;
    private final Program program;
    private final List<Simulator> simulators = new ArrayList<>();
    private final AllegroSimulator allegro;
    private final InPostSimulator inpost;
    private final BankMailbox bank;

    SimulatedShop(Path folder) {
        this(folder, "sqlite:shop.db");
    }

    SimulatedShop(Path folder, String database) {
        this.folder = folder;
        this.program = new Program(config(), time, ENVIRONMENT);
        this.allegro = started(AllegroSimulator.builder("client", "allegro-secret")
                .applicationName("YourApplication")
                .clock(time.clock())
                .start());
        this.inpost = started(InPostSimulator.builder("4711", "inpost-secret")
                .clock(time.clock())
                .confirmation(Pace.atOnce())
                .start());
        this.bank = new BankMailbox(
                folder.resolve("outbox"), new MailReceiver("mx.shop.example", BANK_MAIL_ADDRESS), time.clock());
        prepare(database);
    }

    Program.Result run(String... arguments) {
        return program.run(arguments);
    }

    /** As {@link Program#run(Consumer, String...)}. */
    Program.Result run(Consumer<String> reader, String... arguments) {
        return program.run(reader, arguments);
    }

    /**
     * Starts the program as a process of its own.
     *
     * @param environment beside what the shop needs
     */
    Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Shop.class.getName()));
        command.addAll(List.of(arguments));
        command.add("--config=" + config());
        ProcessBuilder process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().putAll(ENVIRONMENT);
        process.environment().putAll(environment);
        return process.start();
    }

    Path config() {
        return folder.resolve("shop.properties");
    }

    SimulatorClock clock() {
        return time.clock();
    }

    /** Host and port of everything that is simulated. */
    Set<String> hosts() {
        return simulators.stream()
                .map(simulator -> URI.create(simulator.baseUrl()).getAuthority())
                .collect(Collectors.toCollection(TreeSet::new));
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

    /** Starts a Kaufland and takes the sample's section of it in. */
    KauflandSimulator openKaufland() {
        KauflandSimulator kaufland = started(KauflandSimulator.builder(KAUFLAND_KEY, "kaufland-secret")
                .storefronts(List.of(KauflandStorefront.PL))
                .clock(time.clock())
                .start());
        change(config ->
                config.takeIn("connection.kaufland.").set("connection.kaufland.set.api.url", kaufland.baseUrl()));
        return kaufland;
    }

    /** Starts a MerchantPro shop and takes the sample's section of it in. */
    MerchantProSimulator openMerchantPro() {
        MerchantProSimulator merchantPro = started(MerchantProSimulator.builder("key", "merchantpro-secret")
                .clock(time.clock())
                .start());
        change(config -> config.takeIn("connection.merchantpro.")
                .set("connection.merchantpro.set.shop.url", merchantPro.baseUrl()));
        return merchantPro;
    }

    /** Starts a Packeta as a second courier; the sample has none. */
    PacketaSimulator openPacketa() {
        PacketaSimulator packeta = started(
                PacketaSimulator.builder(PACKETA_PASSWORD).clock(time.clock()).start());
        change(config -> config.set("connection.packeta.type", "packeta")
                .set("connection.packeta.set.base.url", packeta.baseUrl() + "/api")
                .set("connection.packeta.set.api.password", PACKETA_PASSWORD)
                .set("connection.packeta.set.sender", "Dobry Sklep"));
        return packeta;
    }

    void change(Consumer<SampleConfig> change) {
        SampleConfig config = SampleConfig.read(config());
        change.accept(config);
        config.write(config());
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

    private <S extends Simulator> S started(S simulator) {
        simulators.add(simulator);
        return simulator;
    }

    private void prepare(String database) {
        try {
            Files.copy(Path.of("rules.json"), folder.resolve("rules.json"));
            Files.createDirectories(folder.resolve("mails"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SampleConfig.read()
                .set("database", database)
                .set("connection.allegro.set.api.url", allegro.baseUrl())
                .set("connection.allegro.set.auth.url", allegro.baseUrl())
                .set("connection.allegro.set.refresh.token", allegro.accounts().mintRefreshToken())
                .set("connection.inpost.set.base.url", inpost.baseUrl())
                .write(config());
    }

    @Override
    public void close() {
        simulators.forEach(Simulator::close);
    }
}
