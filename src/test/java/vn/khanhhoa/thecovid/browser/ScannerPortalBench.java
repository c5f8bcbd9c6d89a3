package vn.khanhhoa.thecovid.browser;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.khanhhoa.thecovid.card.token.CardStatus;

/** From the frame in which a code is to the verdict on the screen, in Chromium with a film before its camera. */
@SuppressWarnings("SystemOut") // the console is where a bench says its figures
class ScannerPortalBench {
    private static final int LIMIT_MS = 200;
    private static final int VERDICTS = 40;

    @Test
    void from_frame_to_verdict(@TempDir Path folder) throws Exception {
        try (PostStandIn portal = new PostStandIn()) {
            portal.stands(1, CardStatus.VALID_GREEN)
                    .stands(2, CardStatus.VALID_YELLOW)
                    .stands(3, CardStatus.VALID_RED);
            String[] codes = new String[3];
            for (int place = 1; place <= codes.length; place++) {
                codes[place - 1] = portal.signed.code(
                        "Nguyễn Hoàng Phương Thảo",
                        "72XQ49MT" + place,
                        place,
                        Instant.now(),
                        List.of("LV_DN", "QC_LIENHUYEN", "VT_HANG"));
            }
            Path film = CodeFilm.of(folder.resolve("film.y4m"), 6, codes);
            try (Browser seeing = Chromium.seeing(film);
                    PhoneAtPost post = new PhoneAtPost(seeing, portal.url("/scan"))) {
                post.signIn(PostStandIn.CODE);
                post.page().evaluate("""
                                () => {
                                  window.taken = [];
                                  new PerformanceObserver((all) => window.taken.push(...all.getEntries().map((each) => each.duration)))
                                      .observe({ type: "measure" });
                                }""");
                post.press("Bật máy ảnh");
                post.page().setDefaultTimeout(300_000); // the film alone takes a second a verdict
                post.page().waitForCondition(() -> taken(post).size() >= VERDICTS);
                List<Double> taken = taken(post).stream().skip(3).sorted().toList();
                double p95 = taken.get(taken.size() * 95 / 100);
                System.out.printf(
                        Locale.ROOT,
                        "BENCH scanner.frame-to-verdict ratio=%.2f (limit %d ms, p50 %.0f ms, p95 %.0f ms of %d)%n",
                        p95 / LIMIT_MS,
                        LIMIT_MS,
                        taken.get(taken.size() / 2),
                        p95,
                        taken.size());
            }
        }
    }

    private static List<Double> taken(PhoneAtPost post) {
        return ((List<?>) Objects.requireNonNull(post.page().evaluate("() => window.taken")))
                .stream().map(each -> ((Number) each).doubleValue()).toList();
    }
}
