package org.handrail.intake.consent.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.handrail.contract.Purpose;
import org.handrail.intake.web.FieldReader;
import org.jspecify.annotations.Nullable;

/** Reads {@code /purposes}. */
final class Purposes {

    private Purposes() {
    }

    static Set<Purpose> read(FieldReader fields, @Nullable List<@Nullable String> names) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        if (names == null) {
            return purposes;
        }
        if (names.isEmpty() || names.size() > Purpose.values().length) {
            fields.fault("/purposes", "must name 1 to " + Purpose.values().length + " purposes");
            return purposes;
        }
        for (int i = 0; i < names.size(); i++) {
            String at = "/purposes/" + i;
            Purpose purpose = fields.required(at, fields.oneOf(at, names.get(i), Purpose.class));
            if (purpose != null) {
                purposes.add(purpose);
            }
        }
        return purposes;
    }
}
