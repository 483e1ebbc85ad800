package org.handrail.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.handrail.standalone.stack.SetupException;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void tellsOptionsFromWords() {
        Arguments arguments = Arguments.of(List.of("startup", "--json", "out.json", "--runs=3"));

        assertThat(arguments.words()).containsExactly("startup");
        assertThat(arguments.options()).isEqualTo(Map.of("json", "out.json", "runs", "3"));
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> Arguments.of(List.of("startup", "--json")))
                .isInstanceOf(SetupException.class).hasMessageContaining("--json");
    }
}
