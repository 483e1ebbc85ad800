package org.handrail.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine; Playwright brings its driver, and is told to download no browser. */
final class SystemChromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private SystemChromium(Path executable) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(executable).setArgs(arguments()));
    }

    /** HANDRAIL_CHROMIUM, or the places where distributions put it. */
    static Optional<Path> find() {
        String named = System.getenv().getOrDefault("HANDRAIL_CHROMIUM", "");
        return Stream.of(named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> !path.isBlank()).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static SystemChromium launch(Path executable) {
        return new SystemChromium(executable);
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--disable-background-networking", "--disable-sync",
                "--disable-component-update", "--no-first-run", "--disable-dev-shm-usage"));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    /** Somebody with a browser of their own: no cookies yet. */
    Visitor visitor() {
        return new Visitor(browser.newContext());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
