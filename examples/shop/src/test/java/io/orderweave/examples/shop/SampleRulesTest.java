package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/shop.md says of the sample's connections and rules: which go without which. */
class SampleRulesTest {

    @TempDir
    Path folder;

    private SimulatedShop shop;

    @BeforeEach
    void open() {
        shop = new SimulatedShop(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theSamplesRulesGoWithoutABank() {
        shop.change(config -> config.removeAll("connection.fio."));

        assertWorks("allegro");
    }

    @Test
    void withoutACourierTheyAreRefusedAndASetThatShipsNothingGoes() throws IOException {
        shop.change(config -> config.removeAll("connection.inpost."));

        assertThat(shop.run("probe").err()).contains("pack-paid-poland").contains("inpost");
        begin("romanian");

        assertWorks("allegro");
    }

    @Test
    void withMerchantProAloneTheyAreRefusedAndASetThatUploadsNothingGoes() throws IOException {
        shop.openMerchantPro();
        shop.change(config -> config.removeAll("connection.allegro."));

        assertThat(shop.run("probe").err()).contains("upload-invoice").contains("takes documents");
        begin("romanian");

        assertWorks("merchantpro");
    }

    @Test
    void withPacketaTheCzechAndSlovakSetGoes() throws IOException {
        shop.openPacketa();
        shop.change(config -> config.removeAll("connection.inpost."));
        begin("czech-slovak");

        assertWorks("allegro");
    }

    @Test
    void withInPostThePolishSetGoes() throws IOException {
        begin("polish-allegro");

        assertWorks("allegro");
    }

    private void begin(String set) throws IOException {
        Files.copy(Path.of("sets", set + ".json"), folder.resolve("rules.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void assertWorks(String marketplace) {
        Program.Result probe = shop.run("probe");
        assertThat(probe.code()).as(probe.out() + probe.err()).isZero();
        Program.Result run = shop.run("run", "--once", "--wait=0s");
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains(marketplace + ": nothing new");
    }
}
