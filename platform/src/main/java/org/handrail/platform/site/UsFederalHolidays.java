package org.handrail.platform.site;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjuster;
import java.util.Set;
import java.util.TreeSet;

/**
 * The legal public holidays of 5 U.S.C. 6103: the day itself and, when it falls on a weekend, the weekday on which
 * it is observed.
 */
public final class UsFederalHolidays {

    private UsFederalHolidays() {
    }

    /** @param until inclusive */
    public static Set<LocalDate> between(int from, int until) {
        Set<LocalDate> days = new TreeSet<>();
        for (int year = from; year <= until; year++) {
            onDate(days, year, Month.JANUARY, 1);
            on(days, year, Month.JANUARY, dayOfWeekInMonth(3, MONDAY));
            on(days, year, Month.FEBRUARY, dayOfWeekInMonth(3, MONDAY));
            on(days, year, Month.MAY, lastInMonth(MONDAY));
            onDate(days, year, Month.JUNE, 19);
            onDate(days, year, Month.JULY, 4);
            on(days, year, Month.SEPTEMBER, dayOfWeekInMonth(1, MONDAY));
            on(days, year, Month.OCTOBER, dayOfWeekInMonth(2, MONDAY));
            onDate(days, year, Month.NOVEMBER, 11);
            on(days, year, Month.NOVEMBER, dayOfWeekInMonth(4, THURSDAY));
            onDate(days, year, Month.DECEMBER, 25);
        }
        return days;
    }

    private static void on(Set<LocalDate> days, int year, Month month, TemporalAdjuster rule) {
        days.add(LocalDate.of(year, month, 1).with(rule));
    }

    private static void onDate(Set<LocalDate> days, int year, Month month, int dayOfMonth) {
        LocalDate day = LocalDate.of(year, month, dayOfMonth);
        days.add(day);
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            days.add(day.minusDays(1));
        } else if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            days.add(day.plusDays(1));
        }
    }
}
