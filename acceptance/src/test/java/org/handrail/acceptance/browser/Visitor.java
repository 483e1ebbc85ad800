package org.handrail.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A person at a keyboard, and everything that the page did behind the person's back. */
final class Visitor implements AutoCloseable {

    private static final int MOST_TABS = 80;

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onPageError(faults::add);
        page.onConsoleMessage(this::listen);
        page.onRequest(this::watch);
    }

    private void listen(ConsoleMessage message) {
        // a refused form is an answer of its own, which the browser notes as a failed load; axe asks into every frame,
        // and that a mail's preview lets nothing run is what it is for
        if (message.type().equals("error") && !message.text().contains("status of 422")
                && !message.text().contains("frame is sandboxed and the 'allow-scripts' permission is not set")) {
            faults.add("console: " + message.text());
        }
    }

    private void watch(Request request) {
        if (!"localhost".equals(URI.create(request.url()).getHost())) {
            faults.add("request to another host: " + request.url());
        }
    }

    Page page() {
        return page;
    }

    Visitor open(String url) {
        page.navigate(url);
        return this;
    }

    /** Presses Tab until the focus is there, as somebody does who has no mouse. */
    Visitor tabTo(String selector) {
        Locator wanted = page.locator(selector).first();
        wanted.waitFor();
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(wanted.evaluate("element => element === document.activeElement"))) {
                assertThat(wanted.isVisible()).as("%s is focused but not to be seen", selector).isTrue();
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + selector + " on " + page.url());
    }

    Visitor type(String selector, String text) {
        tabTo(selector);
        page.keyboard().type(text);
        return this;
    }

    Visitor press(String selector, String key) {
        tabTo(selector);
        page.keyboard().press(key);
        return this;
    }

    /** Presses Enter there and waits for the page that comes of it. */
    Visitor enter(String selector) {
        tabTo(selector);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        return this;
    }

    Visitor sees(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    /**
     * Holds the page as it stands to WCAG 2 A and AA, as far as a program can tell. Frames that run no scripts are not
     * asked: in a process of their own they sometimes never answer.
     */
    Visitor isAccessible() {
        accessible(page, page.url());
        return this;
    }

    /** The mail that the page shows in a frame, opened beside it; as accessible as a page. */
    String framedMail() {
        String address = URI.create(page.url()).resolve(page.locator("iframe.mail").getAttribute("src")).toString();
        String html = page.context().request().get(address).text();
        try (Page beside = page.context().newPage()) {
            beside.setContent(html);
            accessible(beside, address);
            return beside.locator("body").textContent();
        }
    }

    private static void accessible(Page page, String address) {
        assertThat(new AxeBuilder(page).exclude("iframe")
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze()
                .getViolations().stream().map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList()))
                .as("axe on %s", address).isEmpty();
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults).isEmpty();
    }
}
