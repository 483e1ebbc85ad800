package org.handrail.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail scanner with a whole browser: it runs scripts, waits until the page rests, and does with it whatever it can
 * without having read it. Each trick starts from a fresh page, and what follows a press is pressed again.
 */
final class ButtonPressingScanner {

    private static final String SUBMIT_EVERY_FORM = "document.querySelectorAll('form').forEach(form => form.submit())";
    private static final String CLICK_EVERYTHING =
            "document.querySelectorAll(\"a:not([href^=tel]), input, button\").forEach(e => e.click())";

    private final SystemChromium chromium;
    private final String url;

    ButtonPressingScanner(SystemChromium chromium, String url) {
        this.chromium = chromium;
        this.url = url;
    }

    void doItsWorst() {
        on(page -> { });
        on(page -> press(page, "button"));
        on(page -> {
            press(page, "button");
            press(page, "button");
        });
        on(page -> script(page, SUBMIT_EVERY_FORM));
        on(page -> {
            for (int i = 0; i < 3; i++) {
                page.request().post(url);
            }
        });
        on(page -> script(page, CLICK_EVERYTHING));
        on(page -> {
            tick(page, "last-of-type");
            press(page, "button");
        });
        on(page -> {
            // one after the other, so that the last of each question stays ticked
            page.locator("input[type=radio]").all().forEach(Locator::check);
            press(page, "button");
        });
    }

    void tickFirstAndPress() {
        on(page -> {
            tick(page, "first-of-type");
            press(page, "button");
        });
    }

    /**
     * One that has read the page, or was lucky, and has no hand to press with. As a script of the page's own, and
     * watched from outside: whatever Playwright itself does in a page it does as if somebody had touched it.
     *
     * @return the status of the answer
     */
    int answerByScript(String... inputs) {
        String choose = Stream.of(inputs).map(input -> "document.querySelector(`" + input + "`).click();")
                .collect(Collectors.joining());
        try (Visitor visitor = chromium.visitor()) {
            Page page = visitor.page();
            page.addInitScript("if (!window.name) addEventListener('load', () => { window.name = 'pressed'; "
                    + choose + " document.querySelector('button').click() })");
            return page.waitForResponse(response -> response.request().method().equals("POST"),
                    () -> visitor.open(url)).status();
        }
    }

    private void on(Consumer<Page> trick) {
        try (Visitor visitor = chromium.visitor()) {
            visitor.open(url);
            Page page = visitor.page();
            page.waitForLoadState();
            try {
                trick.accept(page);
                page.waitForLoadState();
            } catch (PlaywrightException e) {
                // the page went away under the scanner's hands
            }
        }
    }

    private static void tick(Page page, String which) {
        page.locator("fieldset label:" + which + " input").all().forEach(Locator::check);
    }

    /** As with a mouse: the browser takes it for a person's. */
    private static void press(Page page, String selector) {
        // the browser's own check of required answers is no obstacle to a scanner
        page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        page.waitForNavigation(() -> page.locator(selector).first().click());
    }

    private static void script(Page page, String script) {
        page.evaluate(script);
        page.waitForLoadState();
    }
}
