package org.handrail.notifier.template.mustache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handrail.contract.Language;

/** Says in the body of a test mail that it is one; subject and preheader are those of the mail itself. */
final class TestNotice {

    private static final Map<Language, String> WORDS = Map.of(
            Language.EN, "This is a test. It shows how a message would look to a made-up person. Its links do nothing.",
            Language.ES, "Esto es una prueba. Muestra c\u00f3mo se ver\u00eda un mensaje para una persona inventada. Sus"
                    + " enlaces no hacen nada.");

    private TestNotice() {
    }

    static MailTemplate above(MailTemplate text, Language language) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(new Phrase(Place.strict("the notice of a test"), WORDS.get(language))));
        blocks.addAll(text.blocks());
        return text.with(List.copyOf(blocks));
    }
}
