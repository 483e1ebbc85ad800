package org.handrail.platform.site.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitesFileTest {

    @Test
    void comesWithAnExampleOfTwoZones() throws IOException {
        Sites sites = new SitesConfiguration().sites("", "main");

        assertThat(sites.defaultSite().zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(sites.all()).extracting(Site::zone).doesNotHaveDuplicates().hasSize(2);
        assertThat(sites.defaultSite().hours()).containsKey(DayOfWeek.MONDAY).doesNotContainKey(DayOfWeek.SUNDAY);
        assertThat(sites.defaultSite().holidays()).contains(
                LocalDate.of(2026, 11, 26), LocalDate.of(2026, 7, 4), LocalDate.of(2026, 7, 3),
                LocalDate.of(2027, 5, 31), LocalDate.of(2028, 1, 17));
    }

    @Test
    void namesEveryFaultWithItsPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sites.json"), """
                {"sites": [
                  {"id": "Main!", "zone": "America/New_Yrok", "name": " ", "colour": "blue",
                   "hours": {"MONDAY": [{"from": "18:00", "until": "08:00"}], "FUNDAY": []},
                   "holidays": ["2026-02-30"]},
                  7
                ]}""");

        assertThatThrownBy(() -> new SitesConfiguration().sites(file.toString(), "main"))
                .hasMessageContainingAll(file.toString(), "/sites/0/id:", "/sites/0/zone: \"America/New_Yrok\"",
                        "/sites/0/name:", "/sites/0/phone: is missing", "/sites/0/colour: is not known here",
                        "/sites/0/hours/MONDAY/0: must end after it begins", "/sites/0/hours/FUNDAY",
                        "/sites/0/holidays/0: \"2026-02-30\"", "/sites/1: must be an object");
    }

    @Test
    void refusesOffsetsForZones() {
        assertThatThrownBy(() -> SitesFile.read("f", """
                {"sites":[{"id":"main","zone":"Etc/GMT+5","name":"n","phone":"p","hours":{}}]}"""
                .getBytes(StandardCharsets.UTF_8), "main")).hasMessageContaining("/sites/0/zone");
    }

    @Test
    void saysWhereTheFileIsNotJson() {
        assertThatThrownBy(() -> SitesFile.read("f", "{\n\"sites\": [}".getBytes(StandardCharsets.UTF_8), "main"))
                .hasMessageContaining("line 2");
    }

    @Test
    void refusesADefaultSiteThatIsNotThere() {
        assertThatThrownBy(() -> new SitesConfiguration().sites("", "nowhere")).hasMessageContaining("HANDRAIL_DEFAULT_SITE");
    }

    @Test
    void refusesAFileThatCannotBeRead() {
        assertThatThrownBy(() -> new SitesConfiguration().sites("/nowhere/sites.json", "main"))
                .hasMessageContaining("HANDRAIL_SITES_FILE");
    }
}
