package org.handrail.acceptance.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

/** Calls that hide an input: the time, the machine's zone, a wait. */
final class Forbidden {

    private Forbidden() {
    }

    static DescribedPredicate<JavaAccess<?>> askingTheTimeWithoutAClock() {
        return DescribedPredicate.describe("ask for the time without a clock", access ->
                temporalNowWithoutClock(access)
                        || calls(access, System.class, "currentTimeMillis")
                        || calls(access, Clock.class, "systemUTC") && !handsOutClocks(access.getOriginOwner())
                        || calls(access, Clock.class, "system")
                        || calls(access, Date.class, "<init>") && noArguments(access));
    }

    static DescribedPredicate<JavaAccess<?>> askingTheMachinesZone() {
        return DescribedPredicate.describe("ask for the machine's zone", access ->
                calls(access, ZoneId.class, "systemDefault")
                        || calls(access, TimeZone.class, "getDefault")
                        || calls(access, Clock.class, "systemDefaultZone")
                        || calls(access, Calendar.class, "getInstance") && noArguments(access)
                        || temporalNowWithoutClock(access) && !access.getTargetOwner().isEquivalentTo(Instant.class)
                        && noArguments(access));
    }

    static DescribedPredicate<JavaAccess<?>> sleeping() {
        return DescribedPredicate.describe("sleep", access ->
                calls(access, Thread.class, "sleep") || calls(access, TimeUnit.class, "sleep"));
    }

    private static boolean temporalNowWithoutClock(JavaAccess<?> access) {
        return access.getName().equals("now")
                && (access.getTargetOwner().isAssignableTo(Temporal.class)
                        || access.getTargetOwner().getPackageName().startsWith("java.time"))
                && !access.getTarget().getFullName().contains("java.time.Clock");
    }

    /** Where a process is put together; from there on the clock is handed down. */
    private static boolean handsOutClocks(JavaClass type) {
        return any("", "org.handrail.platform.time", "org.handrail.local", "org.handrail.standalone").test(type);
    }

    private static boolean calls(JavaAccess<?> access, Class<?> owner, String method) {
        return access.getTargetOwner().isEquivalentTo(owner) && access.getName().equals(method);
    }

    private static boolean noArguments(JavaAccess<?> access) {
        return access.getTarget().getFullName().endsWith("()");
    }

    static DescribedPredicate<JavaClass> any(String description, String... prefixes) {
        return DescribedPredicate.describe(description, type -> {
            for (String prefix : prefixes) {
                if (type.getPackageName().equals(prefix) || type.getPackageName().startsWith(prefix + ".")) {
                    return true;
                }
            }
            return false;
        });
    }
}
