package io.orderweave;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.orderweave.document.DocumentRenderer;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectHandler;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Effects;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.Repository;
import io.orderweave.notice.Notifier;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The inner walls of order-core, as {@code docs/architecture.md} states them. */
class ArchitectureTest {

    private static final String[] LEAVES =
            packages("value", "error", "money", "party", "id", "channel", "connection", "event", "text", "written");
    private static final String[] FEATURES = packages("order", "payment", "shipment", "document", "notice");

    private static JavaClasses core;

    @BeforeAll
    static void readClasses() throws URISyntaxException {
        core = new ClassFileImporter()
                .importPath(Path.of(OrderHub.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        return rules().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(core)));
    }

    @Test
    void isWrittenInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/architecture.md"));
        Matcher lines = Pattern.compile("(?m)^- `([a-z-]+)`: (.+)$").matcher(page);
        Map<String, String> documented = new LinkedHashMap<>();
        while (lines.find()) {
            documented.put(lines.group(1), lines.group(2));
        }
        Map<String, String> tested = new LinkedHashMap<>();
        rules().forEach((id, rule) -> tested.put(id, rule.getDescription()));

        assertThat(documented).containsExactlyEntriesOf(tested);
    }

    private static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "leaves",
                only(LEAVES, anyOf(LEAVES))
                        .as(
                                "The leaves (value, error, money, party, id, channel, connection, event, text, written) know only leaves."));
        rules.put(
                "order",
                only(packages("order"), anyOf(LEAVES, packages("order"))).as("Order knows only the leaves."));
        rules.put(
                "payment",
                only(packages("payment"), anyOf(LEAVES, packages("order", "payment")))
                        .as("Payment knows the leaves and order; shipment and document only by their ids."));
        rules.put(
                "shipment",
                only(packages("shipment"), anyOf(LEAVES, packages("order", "shipment")))
                        .as("Shipment knows the leaves and order; payment and document only by their ids."));
        rules.put(
                "document",
                only(packages("document"), anyOf(LEAVES, packages("order", "document")))
                        .as("Document knows the leaves and order; payment and shipment only by their ids."));
        rules.put(
                "notice",
                only(packages("notice"), anyOf(LEAVES, packages("order", "notice")))
                        .as("Notice knows the leaves and order; payment, shipment and document only by their ids."));
        rules.put(
                "mapping",
                only(packages("mapping"), anyOf(LEAVES, packages("order", "shipment", "mapping")))
                        .as("Mapping knows the leaves, order and shipment: its tables are data and can do nothing."));
        rules.put(
                "intake",
                only(packages("intake"), anyOf(LEAVES, FEATURES, packages("intake")))
                        .as("Intake knows the leaves and the features (order, payment, shipment, document, notice)."));
        rules.put(
                "connector",
                only(packages("connector"), anyOf(LEAVES, FEATURES, packages("connector")))
                        .as("Connector, the SPI of channels, knows the leaves and the features, never the engine."));
        rules.put(
                "courier",
                only(packages("courier"), anyOf(LEAVES, FEATURES, packages("courier")))
                        .as("Courier, the SPI of couriers, knows the leaves and the features, never the engine."));
        rules.put(
                "effect",
                only(packages("effect"), anyOf(LEAVES, FEATURES, packages("effect")))
                        .as("Effect stands above the features and knows neither rule nor journal nor store."));
        rules.put(
                "privacy",
                only(
                                packages("privacy"),
                                anyOf(LEAVES, FEATURES, packages("privacy")).or(belongToAnyOf(EffectKey.class)))
                        .as("Privacy knows the leaves, the features, and of effect only EffectKey."));
        rules.put(
                "rule",
                only(
                                packages("rule"),
                                anyOf(LEAVES, FEATURES, packages("mapping", "rule"))
                                        .or(belongToAnyOf(
                                                EffectKey.class,
                                                EffectKind.class,
                                                PlannedEffect.class,
                                                EffectEvent.class)))
                        .as("Rule uses of effect only values (EffectKey, EffectKind, PlannedEffect, EffectEvent)"
                                + " and no store: evaluating a rule can do nothing."));
        rules.put(
                "journal",
                only(packages("journal"), anyOf(LEAVES, FEATURES, packages("mapping", "effect", "rule", "journal")))
                        .as("Journal stands above rule and knows no store."));
        rules.put(
                "store",
                only(packages("store", "store.memory"), anyOf(LEAVES, packages("store", "store.memory")))
                        .as("Store, the ports of a database, knows only the leaves."));
        rules.put(
                "memory",
                noClasses()
                        .that(resideOutsideOfPackage("io.orderweave.store.memory"))
                        .should()
                        .dependOnClassesThat(resideInAPackage("io.orderweave.store.memory"))
                        .as("Nothing depends on the stores in memory; hosts and tests choose them."));
        rules.put(
                "internal",
                noClasses()
                        .that(resideOutsideOfPackage("io.orderweave.internal..")
                                .and(resideOutsideOfPackage("io.orderweave")))
                        .should()
                        .dependOnClassesThat(resideInAPackage("io.orderweave.internal.."))
                        .as("Only the root package and internal itself see internal."));
        rules.put(
                "root",
                noClasses()
                        .that(resideOutsideOfPackage("io.orderweave"))
                        .should()
                        .dependOnClassesThat(resideInAPackage("io.orderweave"))
                        .as("Nobody sees the root package, which is entry and wiring."));
        rules.put("signatures", signatures().as("No public signature outside internal names a type of internal."));
        rules.put(
                "circles",
                slices().matching("io.orderweave.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .as("The packages form no circle."));
        rules.put(
                "internal-circles",
                slices().matching("io.orderweave.internal.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .as("The packages of internal form no circle."));
        rules.put(
                "rehearsal",
                noClasses()
                        .that(resideInAPackage("io.orderweave.internal.rehearsal"))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                        "io.orderweave.connector",
                                        "io.orderweave.courier",
                                        "io.orderweave.store..",
                                        "io.orderweave.internal.ledger",
                                        "io.orderweave.internal.intake",
                                        "io.orderweave.internal.hub")
                                .or(assignableTo(EffectHandler.class))
                                .or(belongToAnyOf(
                                        Effects.class,
                                        DocumentRenderer.class,
                                        Notifier.class,
                                        Book.class,
                                        Changes.class,
                                        ChangeScope.class,
                                        Repository.class,
                                        Outside.class)))
                        .as("A rehearsal can reach no effect handler, connector, courier, notifier, store or change:"
                                + " it is free of effects by its types."));
        rules.put(
                "libraries",
                classes()
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "javax.annotation.processing..",
                                "javax.crypto..",
                                "io.orderweave..",
                                "org.slf4j..",
                                "com.fasterxml.jackson..",
                                "org.jspecify.annotations..",
                                "org.immutables.value.."))
                        .as(
                                "order-core needs the JDK, SLF4J and Jackson, and the annotations of JSpecify and Immutables;"
                                        + " nothing else."));
        return rules;
    }

    private static ArchRule only(String[] packages, DescribedPredicate<JavaClass> allowed) {
        return classes()
                .that(resideInAnyPackage(packages))
                .should()
                .onlyDependOnClassesThat(allowed.or(resideOutsideOfPackage("io.orderweave..")));
    }

    private static ArchRule signatures() {
        DescribedPredicate<JavaCodeUnit> published = DescribedPredicate.describe(
                "are public or protected outside internal",
                unit -> !unit.getOwner().getPackageName().startsWith("io.orderweave.internal")
                        && unit.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                        && (unit.getModifiers().contains(JavaModifier.PUBLIC)
                                || unit.getModifiers().contains(JavaModifier.PROTECTED)));
        return codeUnits().that(published).should(new ArchCondition<>("name no type of internal") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                List<JavaClass> named = new ArrayList<>(unit.getRawParameterTypes());
                named.add(unit.getRawReturnType());
                named.addAll(unit.getExceptionTypes());
                named.stream()
                        .filter(type -> type.getPackageName().startsWith("io.orderweave.internal"))
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(unit, unit.getFullName() + " names " + type.getName())));
            }
        });
    }

    private static DescribedPredicate<JavaClass> anyOf(String[]... packages) {
        return resideInAnyPackage(Stream.of(packages).flatMap(Stream::of).toArray(String[]::new));
    }

    private static String[] packages(String... names) {
        return Stream.of(names).map("io.orderweave."::concat).toArray(String[]::new);
    }
}
