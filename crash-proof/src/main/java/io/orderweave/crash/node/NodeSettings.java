package io.orderweave.crash.node;

import io.orderweave.value.ValueStyle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import org.immutables.value.Value;

/** What a node is told when it is started: handed over as a file. Immutable. */
@Value.Immutable
@ValueStyle
public interface NodeSettings {

    /** Its name in leases and attempts. */
    String node();

    /** JDBC URL; of SQLite or PostgreSQL. */
    String database();

    /** The schema on PostgreSQL; empty on SQLite. */
    @Value.Default
    default String schema() {
        return "";
    }

    /** The most pages the SQLite file may have; 0 for as many as fit the disk. */
    @Value.Default
    default int mostPages() {
        return 0;
    }

    /** Of so many connections asked of the pool one is refused, as if the host's other code had taken all; 0 for none. */
    @Value.Default
    default int poolRefusesOneIn() {
        return 0;
    }

    /** The file of the {@link SharedTime}. */
    String time();

    /** How many orders it asks the marketplace for at a time. */
    @Value.Default
    default int pageSize() {
        return 100;
    }

    /** How many effects it does at a time. */
    @Value.Default
    default int atOnce() {
        return 1;
    }

    /** By how much this node's own clock is wrong. */
    @Value.Default
    default Duration skew() {
        return Duration.ZERO;
    }

    String allegroUrl();

    /** With the version at its end. */
    String kauflandUrl();

    String inpostUrl();

    String packetaUrl();

    @Value.Redacted
    String refreshToken();

    /** The folder of the bank's mails. */
    String mails();

    /** Orders placed before are history. */
    Instant liveFrom();

    /** At which point, counted from 1, the node announces that it is to be killed; 0 for never. */
    @Value.Default
    default int killAt() {
        return 0;
    }

    /** Only points of this name count; empty for all. */
    @Value.Default
    default String killPoint() {
        return "";
    }

    /** What is wrong with the engine on purpose. */
    @Value.Default
    default Breakage breakage() {
        return Breakage.NONE;
    }

    /** Writes the settings into the file. */
    default void write(Path file) {
        Properties all = new Properties();
        all.setProperty("node", node());
        all.setProperty("database", database());
        all.setProperty("schema", schema());
        all.setProperty("mostPages", Integer.toString(mostPages()));
        all.setProperty("poolRefusesOneIn", Integer.toString(poolRefusesOneIn()));
        all.setProperty("time", time());
        all.setProperty("pageSize", Integer.toString(pageSize()));
        all.setProperty("atOnce", Integer.toString(atOnce()));
        all.setProperty("skew", skew().toString());
        all.setProperty("allegroUrl", allegroUrl());
        all.setProperty("kauflandUrl", kauflandUrl());
        all.setProperty("inpostUrl", inpostUrl());
        all.setProperty("packetaUrl", packetaUrl());
        all.setProperty("refreshToken", refreshToken());
        all.setProperty("mails", mails());
        all.setProperty("liveFrom", liveFrom().toString());
        all.setProperty("killAt", Integer.toString(killAt()));
        all.setProperty("killPoint", killPoint());
        all.setProperty("breakage", breakage().name());
        try (var writer = Files.newBufferedWriter(file)) {
            all.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote. */
    static NodeSettings read(Path file) {
        Properties all = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            all.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder()
                .node(text(all, "node"))
                .database(text(all, "database"))
                .schema(text(all, "schema"))
                .mostPages(Integer.parseInt(text(all, "mostPages")))
                .poolRefusesOneIn(Integer.parseInt(text(all, "poolRefusesOneIn")))
                .time(text(all, "time"))
                .pageSize(Integer.parseInt(text(all, "pageSize")))
                .atOnce(Integer.parseInt(text(all, "atOnce")))
                .skew(Duration.parse(text(all, "skew")))
                .allegroUrl(text(all, "allegroUrl"))
                .kauflandUrl(text(all, "kauflandUrl"))
                .inpostUrl(text(all, "inpostUrl"))
                .packetaUrl(text(all, "packetaUrl"))
                .refreshToken(text(all, "refreshToken"))
                .mails(text(all, "mails"))
                .liveFrom(Instant.parse(text(all, "liveFrom")))
                .killAt(Integer.parseInt(text(all, "killAt")))
                .killPoint(text(all, "killPoint"))
                .breakage(Breakage.valueOf(text(all, "breakage")))
                .build();
    }

    private static String text(Properties all, String name) {
        return Objects.requireNonNull(all.getProperty(name), name);
    }

    /** A builder that starts from this. */
    default Builder toBuilder() {
        Builder builder = new Builder();
        builder.from(this);
        return builder;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link NodeSettings}. */
    final class Builder extends ImmutableNodeSettings.Builder {
        Builder() {}
    }
}
