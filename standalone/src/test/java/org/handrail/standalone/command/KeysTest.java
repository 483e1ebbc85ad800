package org.handrail.standalone.command;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.handrail.local.LocalDatabase;
import org.handrail.local.LocalInfra;
import org.handrail.standalone.stack.Port;
import org.handrail.standalone.stack.Ports;
import org.handrail.standalone.stack.SetupException;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void saysAtOnceThatNoDatabaseAnswers() {
        String nobody = "jdbc:postgresql://127.0.0.1:" + Ports.free().get(Port.DATABASE) + "/handrail";

        assertThatThrownBy(() -> Keys.checkDatabase(Map.of("HANDRAIL_DB_URL", nobody)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(nobody);
    }

    @Test
    void goesOnWhereOneDoes() {
        LocalDatabase database = LocalInfra.shared().postgres().database();

        assertThatNoException().isThrownBy(() -> Keys.checkDatabase(Map.of("HANDRAIL_DB_URL", database.jdbcUrl(),
                "HANDRAIL_DB_USER", database.user(), "HANDRAIL_DB_PASSWORD", database.password())));
    }
}
