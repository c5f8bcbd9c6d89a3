package vn.khanhhoa.thecovid.audit.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.audit.TrailReading;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** {@code /admin/trail-export?from=1}: the chain from a seal to its end as a file that can be checked alone. */
@WebServlet("/admin/trail-export")
public class TrailExportServlet extends HttpServlet {
    @Inject
    private TrailReading reading;

    @Inject
    private CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long from = from(request);
        long to;
        try {
            to = reading.prepareExport(actor.get());
        } catch (RuleViolation nothingSealed) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String name = "nhat-ky-" + from + "-" + to + ".csv";
        try (Writer out = new OutputStreamWriter(
                Downloads.begin(response, "text/csv;charset=UTF-8", name), StandardCharsets.UTF_8)) {
            reading.export(actor.get(), from, to, out);
        }
    }

    private static long from(HttpServletRequest request) {
        try {
            return Math.max(1, Long.parseLong(Objects.requireNonNullElse(request.getParameter("from"), "1")));
        } catch (NumberFormatException whole) {
            return 1;
        }
    }
}
