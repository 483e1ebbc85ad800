package org.handrail.notifier.link.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.contract.Language;

/** Time zones as people look for them: those of the United States by their names, then all places. */
final class ZoneNames {

    /** @param id IANA */
    record Zone(String id, String name) {
    }

    private static final List<Zone> ENGLISH = List.of(
            new Zone("America/New_York", "Eastern (New York)"), new Zone("America/Chicago", "Central (Chicago)"),
            new Zone("America/Denver", "Mountain (Denver)"), new Zone("America/Phoenix", "Arizona (Phoenix)"),
            new Zone("America/Los_Angeles", "Pacific (Los Angeles)"), new Zone("America/Anchorage", "Alaska (Anchorage)"),
            new Zone("Pacific/Honolulu", "Hawaii (Honolulu)"), new Zone("America/Puerto_Rico", "Atlantic (Puerto Rico)"));
    private static final Map<String, String> SPANISH = Map.of(
            "America/New_York", "Este (Nueva York)", "America/Chicago", "Central (Chicago)",
            "America/Denver", "Montaña (Denver)", "America/Phoenix", "Arizona (Phoenix)",
            "America/Los_Angeles", "Pacífico (Los Ángeles)", "America/Anchorage", "Alaska (Anchorage)",
            "Pacific/Honolulu", "Hawái (Honolulu)", "America/Puerto_Rico", "Atlántico (Puerto Rico)");
    private static final Set<String> REGIONS = Set.of("Africa", "America", "Antarctica", "Asia", "Atlantic",
            "Australia", "Europe", "Indian", "Pacific");
    private static final Set<String> ALL = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final List<Zone> PLACES = ALL.stream()
            .filter(id -> id.contains("/") && REGIONS.contains(id.substring(0, id.indexOf('/'))))
            .collect(Collectors.toCollection(TreeSet::new)).stream()
            .map(id -> new Zone(id, id.replace('_', ' '))).toList();

    private ZoneNames() {
    }

    static List<Zone> common(Language language) {
        return language == Language.EN ? ENGLISH
                : ENGLISH.stream().map(zone -> new Zone(zone.id(), SPANISH.get(zone.id()))).toList();
    }

    static List<Zone> places() {
        return PLACES;
    }

    static boolean isKnown(String id) {
        return id.contains("/") && ALL.contains(id);
    }

    static String name(String id, Language language) {
        return Stream.concat(common(language).stream(), PLACES.stream())
                .filter(zone -> zone.id().equals(id)).map(Zone::name).findFirst().orElse(id);
    }
}
