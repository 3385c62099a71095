package io.orderweave.couriers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.orderweave.courier.CourierFactory;

@AnalyzeClasses(packages = "io.orderweave.couriers", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule showsHostsTheFactoriesOnly = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .resideOutsideOfPackage("..internal..")
            .should()
            .implement(CourierFactory.class);

    @ArchTest
    static final ArchRule keepsCouriersApart = slices().matching("io.orderweave.couriers.(inpost|packeta)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule knowsOfTheCoreTheSpiAndTheFeaturesOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.orderweave",
                    "io.orderweave.effect..",
                    "io.orderweave.rule..",
                    "io.orderweave.journal..",
                    "io.orderweave.store..",
                    "io.orderweave.internal..",
                    "io.orderweave.connector..");
}
