package vn.khanhhoa.thecovid.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.DebianPackage;

/** The one browser of a test run: the system's Chromium, installed from Debian where there is none and we may. */
final class Chromium {
    /** Without windows it opens pages several times as fast. */
    private static final String SHELL = "chromium-headless-shell";

    private static final List<String> NAMES = List.of(SHELL, "chromium", "chromium-browser", "google-chrome");
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/snap/bin");

    private static @Nullable Browser browser;
    private static @Nullable Playwright playwright;

    private Chromium() {}

    static synchronized Browser get() {
        Browser launched = browser;
        if (launched == null) {
            launched = launch();
            browser = launched;
        }
        return launched;
    }

    /** Another one, whose camera sees a film; whoever asked for it closes it. */
    static synchronized Browser seeing(Path film) {
        get();
        return launch(
                Objects.requireNonNull(playwright),
                List.of("--use-file-for-fake-video-capture=" + film.toAbsolutePath()));
    }

    private static Browser launch() {
        Playwright created = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(created::close, "stop-browser"));
        playwright = created;
        return launch(created, List.of());
    }

    private static Browser launch(Playwright playwright, List<String> more) {
        List<String> args = new ArrayList<>(List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // Test pictures stand in for a camera.
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream"));
        args.addAll(more);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed().orElseGet(Chromium::install))
                        .setArgs(args));
    }

    private static Optional<Path> installed() {
        return FOLDERS.stream()
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path install() {
        DebianPackage.install(SHELL, "The browser tests need Chromium");
        return installed().orElseThrow(() -> new IllegalStateException("apt-get installed no Chromium"));
    }
}
