package org.handrail.notifier.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.handrail.contract.Language;
import org.handrail.notifier.delivery.jdbc.TestSender;
import org.handrail.notifier.template.Wording;
import org.handrail.notifier.template.mustache.Renderings;
import org.junit.jupiter.api.Test;

/** docs/templates.md says what is so. */
class ManualTest {

    private static final Proofreading PROOFREADING = Renderings.proofreading(TestSender.SITES, Clock.systemUTC());

    @Test
    void showsAnExampleThatCanBePublished() throws IOException {
        String example = found("(?s)```mail\n(.*?)```").get(0).group(1);

        assertThat(PROOFREADING.faults("a-reminder", Edited.of(example), null)).isEmpty();
        assertThat(PROOFREADING.kindOf("a-reminder", Edited.of(example))).isEqualTo(Kind.APPOINTMENT);
        assertThat(PROOFREADING.preview("a-reminder", Edited.of(example), SamplePerson.NAMED, Language.EN,
                Wording.DISCREET).letter().text()).contains("Hello Alex,", "call +1 212 555 0100 and we will find");
    }

    @Test
    void listsEveryPlaceholder() throws IOException {
        assertThat(found("(?m)^\\| `\\{\\{(\\w+)}}` \\|.*\\| (yes|no) \\|$").stream()
                .map(row -> new Proofreading.Named(row.group(1), row.group(2).equals("yes"))).toList())
                .isEqualTo(PROOFREADING.placeholders());
    }

    private static List<MatchResult> found(String pattern) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(Path.of("../docs/templates.md"))).results().toList();
    }
}
