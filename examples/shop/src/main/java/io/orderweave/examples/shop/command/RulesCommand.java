package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import io.orderweave.examples.shop.config.ShopConfig;
import io.orderweave.journal.Rehearsal;
import io.orderweave.journal.RehearsalProgress;
import io.orderweave.rule.LintFinding;
import io.orderweave.rule.LintFinding.Severity;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.RuleSets;
import io.orderweave.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Only those of the configuration are put in force by running. */
    private void sayStanding(RuleStanding standing, Optional<Path> file) {
        boolean next = file.isEmpty() && standing.isNewer();
        shop.out().println(standing.text() + (next ? "; the next run puts them in force" : ""));
    }

    @Command(
            name = "lint",
            description = "Finds what is wrong with rules and what is doubtful. Ends with 2 when there is an ERROR.")
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
                RuleSet wanted = rules.rules(open.config(), file);
                RuleStanding standing = RuleStanding.of(open.hub().rules(), wanted);
                List<String> problems = new ArrayList<>(open.hub().rules().problems(wanted));
                standing.problem().ifPresent(problems::add);
                // Lint is of rules that can be used.
                boolean sound = problems.isEmpty() ? lint(open, wanted) : tell(problems);
                rules.sayStanding(standing, file);
                return sound ? ExitCodes.DONE : ExitCodes.LOOK;
            });
        }

        /** Whether there is no error. */
        private boolean lint(ShopHub open, RuleSet wanted) {
            List<LintFinding> findings =
                    open.hub().rules().lint(wanted, open.config().mappings());
            Texts texts = Texts.in(open.config().seller().language());
            findings.forEach(finding -> rules.shop.out().println(finding.severity() + " " + finding.text(texts)));
            rules.shop.out().println(Count.of(findings.size(), "finding"));
            return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        }

        private boolean tell(List<String> problems) {
            problems.forEach(problem -> rules.shop.out().println(Severity.ERROR + " " + problem));
            rules.shop.out().println(Count.of(problems.size(), "error") + "; what is doubtful is told without them");
            return false;
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
                RuleSet wanted = rules.rules(open.config(), file);
                Rehearsal rehearsal = open.hub()
                        .journal()
                        .rehearse(
                                wanted,
                                open.config().mappings(),
                                from,
                                to.orElseGet(rules.shop.time().clock()::instant),
                                RehearsalProgress.NONE);
                report(rehearsal, Texts.in(open.config().seller().language()));
                rules.sayStanding(RuleStanding.of(open.hub().rules(), wanted), file);
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
