package org.handrail.acceptance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.sql.SQLException;
import java.util.Optional;

/** The rules, each with the name of the planted package that breaks it. */
enum Rule {

    /** Domain code reads without knowing any framework, and points at no adapter. */
    FEATURES_ARE_PLAIN_JAVA("root", classes().that(Shape.featureRoots()).should().onlyDependOnClassesThat(
            Shape.featureRoots()
                    .or(Forbidden.any("the JDK without SQL", "java", "javax.crypto").and(DescribedPredicate.not(
                            resideInAnyPackage("java.sql.."))))
                    .or(Forbidden.any("null annotations", "org.jspecify"))
                    .or(Forbidden.any("the event contract", "org.handrail.contract"))
                    .or(Forbidden.any("sites and rules about text", "org.handrail.platform.site",
                            "org.handrail.platform.text"))
                    .or(Forbidden.any("the outbox's port", "org.handrail.messaging").and(
                            DescribedPredicate.describe("Outbox", type -> type.getSimpleName().equals("Outbox"))))
                    .or(serviceRoots())
                    .as("plain Java and other features' domain"))),

    SQL_STAYS_IN_JDBC("sql", noClasses().that().resideInAnyPackage(
                    "org.handrail.intake..", "org.handrail.followup..", "org.handrail.notifier..",
                    "org.handrail.platform..", "org.handrail.contract..")
            .and().resideOutsideOfPackage("..jdbc..")
            .should().dependOnClassesThat(
                    Forbidden.any("SQL", "java.sql", "javax.sql", "org.springframework.jdbc", "org.postgresql")
                            // whoever turns faults into answers may look at one
                            .and(DescribedPredicate.not(JavaClass.Predicates.type(SQLException.class))
                                    .as("but its exception")))),

    MAIL_STAYS_IN_SMTP("mail", noClasses().that().resideInAnyPackage(
                    "org.handrail.intake..", "org.handrail.followup..", "org.handrail.notifier..",
                    "org.handrail.platform..", "org.handrail.contract..", "org.handrail.messaging..")
            .and().resideOutsideOfPackages("..smtp..", "..imap..")
            .should().dependOnClassesThat(Forbidden.any("Jakarta Mail", "jakarta.mail", "org.eclipse.angus"))),

    SERVICES_DO_NOT_KNOW_EACH_OTHER("neighbour",
            classes().that().resideInAnyPackage(
                    "org.handrail.intake..", "org.handrail.followup..", "org.handrail.notifier..")
            .should(notDependOnAnotherService())),

    FEATURES_HAVE_NO_CYCLES("cycle", slices().assignedFrom(Shape.features()).should().beFreeOfCycles()),

    TIME_COMES_FROM_A_CLOCK("time", noClasses().should()
            .accessTargetWhere(Forbidden.askingTheTimeWithoutAClock())),

    NOBODY_ASKS_THE_MACHINES_ZONE("zone", noClasses().should()
            .accessTargetWhere(Forbidden.askingTheMachinesZone())),

    NOBODY_SLEEPS("sleep", noClasses().should().accessTargetWhere(Forbidden.sleeping()));

    private final String planted;
    private final ArchRule rule;

    Rule(String planted, ArchRule rule) {
        this.planted = planted;
        this.rule = rule;
    }

    /** The package of the planted violation; a cycle needs two. */
    String[] planted() {
        String name = "org.handrail.intake.planted" + planted;
        return planted.equals("cycle") ? new String[] {name, name + "back"} : new String[] {name};
    }

    static boolean isAViolation(JavaClass planted) {
        return !planted.getSimpleName().equals("package-info") && !planted.getSimpleName().equals("Page");
    }

    ArchRule rule() {
        return rule;
    }

    /** What a service says of itself as a whole, such as its port for transactions. */
    private static DescribedPredicate<JavaClass> serviceRoots() {
        return DescribedPredicate.describe("the service's own package", type ->
                type.getPackageName().matches("org\\.handrail\\.(intake|followup|notifier)"));
    }

    private static ArchCondition<JavaClass> notDependOnAnotherService() {
        return new ArchCondition<>("not depend on another service") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    Optional<String> other = Shape.serviceOf(dependency.getTargetClass());
                    if (other.isPresent() && !other.equals(Shape.serviceOf(type))) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                });
            }
        };
    }
}
