package org.handrail.notifier.template.mustache;

import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Language;

/** Says what an appointment is for, with its article, to who chose to read it. */
final class KindWords {

    private KindWords() {
    }

    static String of(AppointmentKind kind, Language language) {
        boolean spanish = language == Language.ES;
        return switch (kind) {
            case DETOX_ADMISSION -> spanish ? "su ingreso para desintoxicación" : "your detox admission";
            case THERAPY -> spanish ? "una sesión de terapia" : "a therapy session";
        };
    }
}
