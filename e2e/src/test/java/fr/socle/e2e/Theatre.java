package fr.socle.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the whole run shares: one browser, and one Socle with its demonstration. */
final class Theatre implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private @Nullable RunningSocle demonstration;

    Theatre() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Chromium.find().orElseThrow())
                                        .setArgs(List.of("--disable-dev-shm-usage")));
    }

    Browser browser() {
        return browser;
    }

    /** Started when the first test asks. */
    RunningSocle demonstration() {
        if (demonstration == null) {
            demonstration = RunningSocle.fresh();
        }
        return demonstration;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        if (demonstration != null) {
            demonstration.close();
        }
    }
}
