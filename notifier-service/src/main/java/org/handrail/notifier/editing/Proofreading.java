package org.handrail.notifier.editing;

import java.util.List;
import org.handrail.contract.Language;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Wording;
import org.jspecify.annotations.Nullable;

/** Reads what an editor wrote as the service would. Thread-safe. */
public interface Proofreading {

    /**
     * Everything that is wrong, at once.
     *
     * @param inForce null: the key is new
     */
    List<Fault> faults(String key, Sources edited, @Nullable Sources inForce);

    /** Of a template without faults. */
    Kind kindOf(String key, Sources sources);

    /** What one reader would get, made as every mail is; its links are dead. */
    Preview preview(String key, Sources sources, SamplePerson person, Language language, Wording wording);

    /** The same as a message to an address, which says that it is a test. */
    TestLetter testLetter(String key, Sources sources, SamplePerson person, Language language, Wording wording,
            String to);

    /** @param mail null: it can't be written, and the faults say why */
    record TestLetter(@Nullable RenderedMail mail, List<Fault> faults) {
    }

    /** @param letter null: it can't be written, and the faults say why */
    record Preview(@Nullable SampleLetter letter, List<Fault> faults) {
    }

    record SampleLetter(String subject, String preheader, String text, String html) {
    }

    /** What templates may name, in the order of the manual. */
    List<Named> placeholders();

    /** @param optional may be empty, and so has to stand in its section */
    record Named(String name, boolean optional) {
    }
}
