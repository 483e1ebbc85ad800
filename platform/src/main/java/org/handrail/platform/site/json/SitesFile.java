package org.handrail.platform.site.json;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.handrail.platform.site.UsFederalHolidays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the sites file:
 * <pre>
 * {"sites": [{"id": "main", "zone": "America/New_York", "name": "Riverside Office", "phone": "+1 555 010 0100",
 *             "hours": {"MONDAY": [{"from": "08:00", "until": "18:00"}]},
 *             "holidays": ["US", "2026-12-24"]}]}
 * </pre>
 * {@code "US"} stands for the federal holidays. All faults are reported at once, each with its JSON pointer.
 */
final class SitesFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final Pattern REGION = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(/[A-Za-z0-9_-]+)+|UTC");
    private static final int HOLIDAYS_FROM = 2020;
    private static final int HOLIDAYS_UNTIL = 2060;

    private final List<String> faults = new ArrayList<>();

    private SitesFile() {
    }

    /** @param origin names the file in the message of an {@link IllegalArgumentException} */
    static Sites read(String origin, byte[] json, String defaultSite) {
        SitesFile file = new SitesFile();
        List<Site> sites = file.sites(json);
        if (!file.faults.isEmpty()) {
            throw new IllegalArgumentException("The sites file " + origin + " has "
                    + (file.faults.size() == 1 ? "a fault" : file.faults.size() + " faults") + ":\n  "
                    + String.join("\n  ", file.faults));
        }
        return new Sites(sites, defaultSite);
    }

    private List<Site> sites(byte[] json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            faults.add("line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr()
                    + ": is not JSON: " + e.getOriginalMessage());
            return List.of();
        }
        only("", root, Set.of("sites"));
        JsonNode array = root.path("sites");
        if (!array.isArray() || array.isEmpty()) {
            fault("/sites", "must be an array of at least one site");
            return List.of();
        }
        List<Site> sites = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String place = "/sites/" + i;
            Site site = site(place, array.get(i));
            if (site != null && !ids.add(site.id())) {
                fault(place + "/id", "\"" + site.id() + "\" is used twice");
            } else if (site != null) {
                sites.add(site);
            }
        }
        return sites;
    }

    private @Nullable Site site(String place, JsonNode node) {
        int before = faults.size();
        only(place, node, Set.of("id", "zone", "name", "phone", "hours", "holidays"));
        String id = text(place + "/id", node.path("id"), value -> {
            if (!ID.matcher(value).matches()) {
                throw new IllegalArgumentException("must be lower-case letters, digits and hyphens");
            }
            return value;
        });
        ZoneId zone = text(place + "/zone", node.path("zone"), SitesFile::region);
        String name = text(place + "/name", node.path("name"), SitesFile::notBlank);
        String phone = text(place + "/phone", node.path("phone"), SitesFile::notBlank);
        Map<DayOfWeek, List<Site.Hours>> hours = hours(place + "/hours", node.path("hours"));
        Set<LocalDate> holidays = holidays(place + "/holidays", node.path("holidays"));
        if (faults.size() > before || id == null || zone == null || name == null || phone == null) {
            return null;
        }
        return new Site(id, zone, name, phone, hours, holidays);
    }

    private Map<DayOfWeek, List<Site.Hours>> hours(String place, JsonNode node) {
        Map<DayOfWeek, List<Site.Hours>> hours = new EnumMap<>(DayOfWeek.class);
        Set<String> days = new TreeSet<>(Arrays.stream(DayOfWeek.values()).map(Enum::name).toList());
        only(place, node, days);
        for (String day : days) {
            if (node.has(day)) {
                hours.put(DayOfWeek.valueOf(day), spans(place + "/" + day, node.get(day)));
            }
        }
        return hours;
    }

    private List<Site.Hours> spans(String place, JsonNode node) {
        List<Site.Hours> spans = new ArrayList<>();
        if (!node.isArray()) {
            fault(place, "must be an array of {\"from\", \"until\"}");
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            String at = place + "/" + i;
            only(at, node.get(i), Set.of("from", "until"));
            LocalTime from = text(at + "/from", node.get(i).path("from"), LocalTime::parse);
            LocalTime until = text(at + "/until", node.get(i).path("until"), LocalTime::parse);
            if (from != null && until != null && !from.isBefore(until)) {
                fault(at, "must end after it begins");
            } else if (from != null && until != null) {
                spans.add(new Site.Hours(from, until));
            }
        }
        return List.copyOf(spans);
    }

    private Set<LocalDate> holidays(String place, JsonNode node) {
        Set<LocalDate> holidays = new TreeSet<>();
        if (!node.isMissingNode() && !node.isArray()) {
            fault(place, "must be an array of dates or \"US\"");
            return holidays;
        }
        for (int i = 0; i < node.size(); i++) {
            if (node.get(i).isString() && node.get(i).stringValue().equals("US")) {
                holidays.addAll(UsFederalHolidays.between(HOLIDAYS_FROM, HOLIDAYS_UNTIL));
            } else {
                LocalDate day = text(place + "/" + i, node.get(i), LocalDate::parse);
                if (day != null) {
                    holidays.add(day);
                }
            }
        }
        return holidays;
    }

    private <T> @Nullable T text(String place, JsonNode node, Function<String, T> reader) {
        if (!node.isString()) {
            fault(place, node.isMissingNode() ? "is missing" : "must be a text");
            return null;
        }
        try {
            return reader.apply(node.stringValue());
        } catch (DateTimeException e) {
            fault(place, "\"" + node.stringValue() + "\" is not a time, date or time zone as expected here");
        } catch (IllegalArgumentException e) {
            fault(place, String.valueOf(e.getMessage()));
        }
        return null;
    }

    /** A region, since an offset knows no daylight saving; events carry its id as a code. */
    private static ZoneId region(String value) {
        if (!REGION.matcher(value).matches()) {
            throw new IllegalArgumentException("must be a time zone such as America/New_York");
        }
        return ZoneId.of(value);
    }

    private static String notBlank(String value) {
        if (value.isBlank() || value.length() > 100 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be 1 to 100 characters on one line");
        }
        return value;
    }

    private void only(String place, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            fault(place.isEmpty() ? "/" : place, node.isMissingNode() ? "is missing" : "must be an object");
            return;
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                fault(place + "/" + name, "is not known here; known are " + new TreeSet<>(known));
            }
        }
    }

    private void fault(String place, String message) {
        faults.add(place + ": " + message);
    }
}
