package org.handrail.acceptance.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a class stands: {@code org.handrail.<service>.<feature>}, and adapters below it. */
final class Shape {

    private static final Pattern IN_A_FEATURE =
            Pattern.compile("org\\.handrail\\.(intake|followup|notifier)\\.([a-z]+)(\\..+)?");
    /** Packages right below a service that hold what its adapters share, so not features. */
    private static final Set<String> SHARED_ADAPTERS = Set.of("camel", "jdbc", "web", "smtp", "metrics", "operator");

    private Shape() {
    }

    static DescribedPredicate<JavaClass> featureRoots() {
        return DescribedPredicate.describe("feature roots", Shape::isFeatureRoot);
    }

    static boolean isFeatureRoot(JavaClass type) {
        Matcher matcher = IN_A_FEATURE.matcher(type.getPackageName());
        return matcher.matches() && matcher.group(3) == null && !SHARED_ADAPTERS.contains(matcher.group(2));
    }

    static Optional<String> serviceOf(JavaClass type) {
        String name = type.getPackageName();
        return Set.of("intake", "followup", "notifier").stream()
                .filter(service -> (name + ".").startsWith("org.handrail." + service + "."))
                .findFirst();
    }

    /** Each feature's domain, without its adapters: those may meet where one page shows two features. */
    static SliceAssignment features() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return isFeatureRoot(type)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "the features' domains";
            }
        };
    }
}
