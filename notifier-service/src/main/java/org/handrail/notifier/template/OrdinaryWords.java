package org.handrail.notifier.template;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words and endings by which parts of words that stand apart are told from words that just stand beside each other. */
final class OrdinaryWords {

    /** English and Spanish; whatever two of them would spell together is no disguise. */
    private static final Set<String> WORDS = words("""
            a about after all also am an and any are as at be been before but by call can come could day did do does
            don down for from get go got had has have he hello her here hi him his how i if in into is it its just
            let ll may me more mr mrs ms my near new next no not now of off on once one only open or other our out over
            please re s see she so some still sub t than thank that the their them then there these they this time to
            today too two up us ve very was we well were what when where which who will with would you your
            cover covers covered coverage covering rapid rapids rapidly rapper rapport rap rape raped show shows stance stances
            medical closing dozing parolee terrapin terrapins terraplen terraplenes
            order orders case cases side patient patients mission step steps
            al algo ante antes aqui asi aun bien cada casa como con cual cuando da de del desde dia dias do donde e el
            ella en entre era es esa ese eso esta estas este esto fin fue ha hasta hay hora la las le les lo los mas me mi
            mis muy nada ni no nos o otra otro para pero por que quien se segun ser si sin sobre son su sus tal tan te
            ti todo tu tus un una uno usted va ver vez y ya yo
            """);
    /** Of which blanks, but no hyphens, make disguises. */
    private static final Set<String> BESIDE = words("""
            trata presion code copa sure ivan ina alan allan haber buses bused beer berry dozen dozens hero dose doses treat treats ed
            """);
    private static final Set<String> ENDINGS = words("""
            s es ed d er ers ing ings y ies ic ics al ally ion ions ist ists ism ive ment ments or ors ol olic olics
            olism able ance ants ant ification ified ified eutic eutics atic iatry iatric iatrist ologist ology ness
            o a os as ado ada ados adas ar ara or ora ores oras cion ciones ico ica icos icas ia ias ina ine ino ismo
            olico olica eutico eutica eutas euta ista istas acion aciones miento mientos ero era eria ante antes encia
            e en ted tes
            """);

    private OrdinaryWords() {
    }

    /** @param farApart blanks are between it and the next */
    static boolean has(String letters, boolean farApart) {
        return WORDS.contains(letters) || farApart && BESIDE.contains(letters);
    }

    /** What a word of the list may go on with; nothing, too. */
    static boolean isEnding(String letters) {
        return letters.isEmpty() || ENDINGS.contains(letters);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(new HashSet<>(List.of(text.strip().split("\\s+"))));
    }
}
