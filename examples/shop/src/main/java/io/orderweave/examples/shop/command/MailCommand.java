package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import io.orderweave.examples.shop.config.ConnectionConfig.BankMails;
import io.orderweave.intake.PullReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "mail", description = "Bank notices.", subcommands = MailCommand.Import.class)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class MailCommand implements Runnable {

    @ParentCommand
    private ShopCommand shop;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw ShopCommand.missingCommand(spec);
    }

    @Command(
            name = "import",
            description = "Puts mails into the folder of a connection of type bank-mails, and reads them.")
    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    static final class Import implements Callable<Integer> {

        @ParentCommand
        private MailCommand mail;

        @Parameters(paramLabel = "FILE|DIR", description = "A mail as it came (*.eml), or a folder of such.")
        private Path source;

        @Option(names = "--connection", description = "Which connection, where there are several of type bank-mails.")
        private String connection = "";

        @Override
        public Integer call() {
            return mail.shop.withHubToRun(open -> {
                BankMails target = target(open);
                int copied = 0;
                create(target.folder());
                for (Path file : mails()) {
                    copied += copy(file, target.folder()) ? 1 : 0;
                }
                PullReport report = open.hub().pull(target.id());
                mail.shop.out().println(Count.of(copied, "mail") + " taken, " + PullText.of(report));
                return report.quarantined() > 0
                                && QuarantineText.list(open.hub().quarantine(), mail.shop.out())
                        ? ExitCodes.LOOK
                        : ExitCodes.DONE;
            });
        }

        private BankMails target(ShopHub open) {
            List<BankMails> candidates = open.config().connections().stream()
                    .filter(BankMails.class::isInstance)
                    .map(BankMails.class::cast)
                    .filter(it -> connection.isEmpty() || it.id().value().equals(connection))
                    .toList();
            if (candidates.size() != 1) {
                throw new IllegalArgumentException("expected one connection of type bank-mails, not "
                        + candidates.stream().map(BankMails::id).toList() + "; name it by --connection");
            }
            return candidates.get(0);
        }

        private List<Path> mails() {
            if (!Files.exists(source)) {
                throw new IllegalArgumentException("there is no file or folder " + source);
            }
            if (!Files.isDirectory(source)) {
                return List.of(source);
            }
            try (Stream<Path> files = Files.list(source)) {
                return files.filter(file -> file.toString().endsWith(".eml"))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("the folder " + source + " cannot be read", e);
            }
        }

        private static void create(Path folder) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("the folder " + folder + " cannot be made", e);
            }
        }

        /** Under the name of its content, so that a mail imported twice is there once; renamed when it is whole. */
        private static boolean copy(Path file, Path folder) {
            try {
                byte[] content = Files.readAllBytes(file);
                Path target = folder.resolve(digest(content) + ".eml");
                if (Files.exists(target)) {
                    return false;
                }
                Path partial = Files.createTempFile(folder, "import", ".partial");
                Files.write(partial, content);
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException("the mail " + file + " cannot be taken", e);
            }
        }

        private static String digest(byte[] content) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
