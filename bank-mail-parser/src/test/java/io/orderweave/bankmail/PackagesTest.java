package io.orderweave.bankmail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.orderweave.bankmail", importOptions = DoNotIncludeTests.class)
class PackagesTest {

    /** What reads a text knows nothing of mails, files, logs and mailboxes. */
    @ArchTest
    static final ArchRule LAYOUTS_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("io.orderweave.bankmail.internal")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.orderweave.bankmail",
                    "jakarta..",
                    "org.jsoup..",
                    "org.slf4j..",
                    "java.io..",
                    "java.nio.file..");

    @ArchTest
    static final ArchRule SEES_OF_CORE_ONLY_WHAT_A_SOURCE_NEEDS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.orderweave",
                    "io.orderweave.effect..",
                    "io.orderweave.rule..",
                    "io.orderweave.journal..",
                    "io.orderweave.store..",
                    "io.orderweave.internal..");
}
