package org.handrail.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.handrail");

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        rule.rule().check(PRODUCT);
    }

    /** A rule about packages that do not exist would pass in silence. */
    @ParameterizedTest
    @EnumSource
    void bites(Rule rule) {
        JavaClasses planted = new ClassFileImporter().importPackages(rule.planted());

        String report = String.join("\n", rule.rule().evaluate(planted).getFailureReport().getDetails());

        assertThat(planted.stream().filter(Rule::isAViolation).map(JavaClass::getName))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(report).contains(name));
    }
}
