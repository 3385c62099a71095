package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.config.ShopConfig;
import io.orderweave.journal.Rehearsal;
import io.orderweave.rule.LintFinding;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.RuleSets;
import io.orderweave.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "rules",
        description = "Looks at rules before they are used.",
        subcommands = {RulesCommand.Lint.class, RulesCommand.Rehearse.class})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RulesCommand implements Runnable {

    @ParentCommand
    private ShopCommand shop;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw ShopCommand.missingCommand(spec);
    }

    /** The file's rules; of the configuration when there is none. */
    private RuleSet rules(ShopConfig config, Optional<Path> file) {
        return file.map(RulesCommand::parse).orElseGet(config::rules);
    }

    private static RuleSet parse(Path file) {
        try {
            return RuleSets.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }

    @Command(name = "lint", description = "Finds what is doubtful about the rules. Ends with 2 when there is an error.")
    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    static final class Lint implements Callable<Integer> {

        @ParentCommand
        private RulesCommand rules;

        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = "Rules as JSON; the configured ones unless given.")
        private Optional<Path> file = Optional.empty();

        @Override
        public Integer call() {
            return rules.shop.withHub(open -> {
                List<LintFinding> findings = open.hub().rules().lint(rules.rules(open.config(), file));
                Texts texts = Texts.in(open.config().seller().language());
                findings.forEach(finding -> rules.shop.out().println(finding.severity() + " " + finding.text(texts)));
                rules.shop.out().println(findings.size() + " findings");
                return findings.stream().anyMatch(finding -> finding.severity() == LintFinding.Severity.ERROR)
                        ? ExitCodes.LOOK
                        : ExitCodes.DONE;
            });
        }
    }

    @Command(name = "rehearse", description = "Tells what rules would have done otherwise. Does nothing.")
    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    static final class Rehearse implements Callable<Integer> {

        @ParentCommand
        private RulesCommand rules;

        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = "Rules as JSON; the configured ones unless given.")
        private Optional<Path> file = Optional.empty();

        @Option(
                names = "--from",
                required = true,
                description = "What happened before stays, such as 2026-11-01T00:00:00Z.")
        private Instant from;

        @Option(names = "--to", description = "What happened from then on is left out; now unless given.")
        private Optional<Instant> to = Optional.empty();

        @Override
        public Integer call() {
            return rules.shop.withHub(open -> {
                Rehearsal rehearsal = open.hub()
                        .journal()
                        .rehearse(
                                rules.rules(open.config(), file),
                                from,
                                to.orElseGet(rules.shop.time().clock()::instant));
                report(rehearsal, Texts.in(open.config().seller().language()));
                return ExitCodes.DONE;
            });
        }

        private void report(Rehearsal rehearsal, Texts texts) {
            var out = rules.shop.out();
            out.println(rehearsal.orders() + " orders, " + rehearsal.events() + " events, " + rehearsal.conflicts()
                    + " conflicts");
            rehearsal
                    .kinds()
                    .forEach(kind -> out.println(kind.kind() + ": " + kind.added() + " more, " + kind.removed()
                            + " fewer, " + kind.changed() + " otherwise"));
            rehearsal
                    .documents()
                    .forEach(money ->
                            out.println("documents: " + money.added() + " more, " + money.removed() + " fewer"));
            rehearsal
                    .samples()
                    .forEach(sample ->
                            out.println(sample.change() + " " + sample.why().text(texts)));
        }
    }
}
