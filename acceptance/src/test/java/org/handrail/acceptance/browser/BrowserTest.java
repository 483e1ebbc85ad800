package org.handrail.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.local.mailbox.ReceivedMail;
import org.handrail.standalone.stack.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class BrowserTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Stack stack;
    private static SystemChromium chromium;

    @BeforeAll
    static void start() {
        Optional<Path> executable = SystemChromium.find();
        assumeTrue(executable.isPresent(),
                "No Chromium on this machine: install one or name it in HANDRAIL_CHROMIUM to run the browser tests");
        stack = Stack.builder().clock(wednesdayMorning()).start();
        chromium = SystemChromium.launch(executable.get());
    }

    /** Ten in New York, and running: staff are there and mail may go. */
    private static Clock wednesdayMorning() {
        Clock machine = Clock.systemUTC();
        return Clock.offset(machine, Duration.between(machine.instant(), Instant.parse("2026-03-04T15:00:00Z")));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void takesAnInquiryFromTheKeyboardAlone() {
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(stack.intakeUrl()).isAccessible();

            write(visitor, "Kim", "kim@example.com");

            visitor.sees("Thank you").isAccessible();
            assertThat(visitor.page().url()).startsWith(stack.intakeUrl() + "/thanks");
        }
    }

    @Test
    void leadsToWhatIsMissing() {
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(stack.intakeUrl()).type("#givenName", "Kim").enter("form.card button[type=submit]");

            visitor.isAccessible().press("#errors a", "Enter");

            assertThat(visitor.page().locator("#givenName").inputValue()).isEqualTo("Kim");
            assertThat(visitor.page().url()).contains("#");
        }
    }

    @Test
    void speaksSpanish() {
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(stack.intakeUrl() + "/?lang=es").isAccessible();
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("es");

            visitor.enter("form.card button[type=submit]").isAccessible();

            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("es");
            assertThat(visitor.page().locator("#errors a").first().textContent()).doesNotStartWith("??").isNotBlank();
        }
    }

    @Test
    void showsTheLinesOfHelpAtOnceToSomebodyInCrisis() {
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(stack.intakeUrl()).press("input[name=relationship][value=self]", "Space")
                    .type("#phone", "202-555-0171").type("#message", "I want to kill myself")
                    .enter("form.card button[type=submit]");

            assertThat(visitor.page().locator("a[href='tel:988']").first().isVisible()).isTrue();
            visitor.isAccessible();
        }
    }

    @Test
    void letsStaffWorkTheQueueAndReadOn() {
        inquire("Robin", "robin@example.com");
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(stack.consoleUrl()).isAccessible()
                    .type("#name", "admin").type("#password", stack.settings().variables().get("HANDRAIL_ADMIN_PASSWORD"))
                    .enter("#sign-in");
            Page page = visitor.page();
            visitor.sees("Robin").isAccessible();
            String task = page.locator("li.task", new Page.LocatorOptions().setHasText("Robin")).getAttribute("id");

            visitor.press("#" + task + " button[id^=take-]", "Enter");
            page.locator("#" + task + " button[id^=release-]").waitFor();
            visitor.press("#" + task + " summary", "Enter").isAccessible()
                    .press("#" + task + " input[name=outcome]", "Space").press("#" + task + " button[id^=completed-]", "Enter");
            page.locator("#" + task).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

            visitor.isAccessible().enter("#nav-schedules").isAccessible().enter("#schedule-web-inquiry").isAccessible();
        }
    }

    @Test
    void showsAPersonsTimeline() {
        inquire("Morgan", "morgan@example.com");
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(stack.consoleUrl())
                    .type("#name", "admin").type("#password", stack.settings().variables().get("HANDRAIL_ADMIN_PASSWORD"))
                    .enter("#sign-in").sees("Morgan").enter("a[href^='/clients/']:has-text('Morgan')");

            assertThat(visitor.page().locator("#timeline").textContent()).contains("Asked for help by the web form");
            visitor.isAccessible();
        }
    }

    /** All the way: the form, the ledger, the proof with the words of the form; then the erasure, and the proof still. */
    @Test
    void provesAConsentInTwoLanguagesAndErasesThePerson() {
        inquire("Avery", "avery@example.com");
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(stack.consoleUrl())
                    .type("#name", "admin").type("#password", stack.settings().variables().get("HANDRAIL_ADMIN_PASSWORD"))
                    .enter("#sign-in").sees("Avery").enter("a[href^='/clients/']:has-text('Avery')");
            String person = visitor.page().url();

            visitor.enter("#client-proof").sees("Email is not a secure way to talk").sees("by the web form")
                    .isAccessible().enter("#other-language").sees("por el formulario web").isAccessible();
            visitor.open(person + "/same").sees("Nobody else has this").isAccessible();
            visitor.open(person).enter("#client-erase").isAccessible().type("#erase-word", "erase").enter("#erase-do")
                    .sees("Erased.").isAccessible();

            String proof = person + "/consents";
            await().atMost(SOON).untilAsserted(() ->
                    assertThat(visitor.open(person).page().textContent("main")).doesNotContain("Avery"));
            visitor.open(proof).sees("Email is not a secure way to talk");
        }
    }

    @Test
    void passesNothingOnWithoutASignedConsentAndItsNotice() {
        inquire("Rowan", "rowan@example.com");
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(stack.consoleUrl())
                    .type("#name", "admin").type("#password", stack.settings().variables().get("HANDRAIL_ADMIN_PASSWORD"))
                    .enter("#sign-in").sees("Rowan").enter("a[href^='/clients/']:has-text('Rowan')");
            visitor.enter("#client-disclosures").sees("nothing may be passed on").isAccessible();

            visitor.type("#d-name", "Rowan Example").type("#d-recipient", "Superior Court, Room 4")
                    .type("#d-what", "Dates of attendance").press("input[name=scope][value=attendance]", "Space")
                    .type("#d-purpose", "Report to the court").press("input[name=revocable]", "Space")
                    .type("#d-expires-when", "when the case is closed").type("#d-signed-by", "Rowan Example");
            visitor.page().locator("#d-signed-on").fill("2026-03-01");
            visitor.enter("#d-do").sees("The consent is in force").isAccessible();
            visitor.enter("#ask-do").sees("42 CFR part 2 prohibits unauthorized use or disclosure of these records.")
                    .sees("Dates of attendance (Report to the court)").isAccessible();
            visitor.page().locator("#ask-scope").selectOption("diagnosis");
            visitor.enter("#ask-do").sees("this kind of record is not covered");
            visitor.enter("article button[id^=end-]").sees("Nothing is passed on under it any more")
                    .enter("#ask-do").isAccessible();

            assertThat(visitor.page().locator("#answer").textContent()).contains("No", "revoked");
            assertThat(visitor.page().locator("#disclosure-log tbody tr").count()).isEqualTo(3);
        }
    }

    /** All the way: the form, the draft with its faults, the preview, the test mail, the next mail, the way back. */
    @Test
    void letsAnAdminSayWhatMailsSay() {
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(stack.consoleUrl())
                    .type("#name", "admin").type("#password", stack.settings().variables().get("HANDRAIL_ADMIN_PASSWORD"))
                    .enter("#sign-in").enter("#nav-templates").isAccessible().enter("#template-inquiry-receipt")
                    .isAccessible();
            Locator text = visitor.page().locator("#discreet_en");
            String shipped = text.inputValue();

            text.fill(shipped + "\n\nThe detox team of {{nobody}}.");
            visitor.enter("#keep").sees("The draft is saved").sees("unknown placeholder").isAccessible();
            text.fill(shipped + "\n\nWe are glad that you wrote.");
            visitor.enter("#keep").sees("It has no faults").isAccessible();
            assertThat(visitor.framedMail()).contains("We are glad that you wrote.");
            visitor.type("#test-to", "editor@example.com").enter("#test").sees("on its way");
            assertThat(stack.mailbox().orElseThrow().awaitTo("editor@example.com", SOON).text())
                    .contains("We are glad that you wrote.");
            visitor.type("#publish-why", "Sounds kinder").enter("#publish").sees("Version 2 is in force").isAccessible();
            await().atMost(SOON).untilAsserted(() ->
                    assertThat(inquire("Sasha", UUID.randomUUID() + "@example.com").text()).contains("We are glad"));

            visitor.type("#why-1", "It was fine").enter("#back-1").sees("Version 3 is in force");
            visitor.open(stack.consoleUrl() + "/admin/audit").sees("brought an earlier mail template back");
        }
    }

    @Test
    void letsAnAdminKeepAWordOutOfMail() {
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(stack.consoleUrl())
                    .type("#name", "admin").type("#password", stack.settings().variables().get("HANDRAIL_ADMIN_PASSWORD"))
                    .enter("#sign-in").enter("#nav-templates").enter("#to-words").isAccessible()
                    .type("#entries", "bluebird house").type("#words-why", "Everybody here knows it")
                    .enter("#words-add").sees("in force within seconds").sees("bluebird house").isAccessible();
            visitor.type("#entries", "!").type("#words-why", "A slip").enter("#words-add").sees("Nothing was changed");

            visitor.type("#remove-why-0", "It moved").enter("#remove-0").sees("None yet");
        }
    }

    @Test
    void letsAClientConfirmAndStop() {
        ReceivedMail receipt = inquire("Jamie", "jamie@example.com");
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(link(receipt, "/c/")).isAccessible().press("input[name=mine]", "Space")
                    .enter("button[type=submit]").isAccessible();

            visitor.open(link(receipt, "/s/")).isAccessible().press("input[name=what]", "Space")
                    .enter("button[type=submit]").isAccessible();

            assertThat(visitor.page().locator("h1").textContent()).isNotBlank();
        }
    }

    @Test
    void tellsOfALinkThatLeadsNowhereWithoutAFault() {
        try (Visitor visitor = chromium.visitor()) {
            assertThat(visitor.page().request().get(stack.linksUrl() + "/s/nothing").status()).isEqualTo(404);
        }
    }

    /** By the form; returns with the mail that answers it. */
    private static ReceivedMail inquire(String name, String email) {
        try (Visitor visitor = chromium.visitor()) {
            write(visitor.open(stack.intakeUrl()), name, email);
            visitor.sees("Thank you");
        }
        return stack.mailbox().orElseThrow().awaitTo(email, SOON);
    }

    private static void write(Visitor visitor, String name, String email) {
        visitor.press("input[name=relationship][value=self]", "Space").type("#givenName", name).type("#email", email)
                .type("#message", "Please call me.").press("input[name=emailRequest]", "Space")
                .enter("form.card button[type=submit]");
    }

    private static String link(ReceivedMail mail, String page) {
        Matcher link = Pattern.compile("http\\S+" + page + "[A-Za-z0-9_-]+").matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
