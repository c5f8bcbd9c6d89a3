package vn.khanhhoa.thecovid.review.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.Figures;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** {@code GET /agency-head/figures-file?at=2021-08-23T17:00}: every count up to then as CSV, by hour. The same whenever asked. */
@WebServlet("/agency-head/figures-file")
public class FiguresServlet extends HttpServlet {
    @Inject
    private transient Figures figures;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String at = Objects.requireNonNullElse(request.getParameter("at"), "");
        Instant cutoff = FiguresPage.moment(at);
        if (cutoff == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        List<Figures.Line> lines;
        try {
            lines = figures.hours(actor.get(), cutoff, Instant.EPOCH);
        } catch (RuleViolation ahead) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Map<Long, String> codes = new HashMap<>();
        try (Writer writer = new OutputStreamWriter(
                        Downloads.begin(
                                response,
                                "text/csv;charset=UTF-8",
                                "so-lieu-" + at.replaceAll("[^0-9T-]", "") + ".csv"),
                        StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().build(writer)) {
            csv.writeRecord("agency", "hour", "step", "outcome", "reason", "entries", "late");
            for (Figures.Line line : lines) {
                csv.writeRecord(
                        codes.computeIfAbsent(
                                line.agencyId(),
                                id -> catalogue.agency(id).map(AgencyView::code).orElse(String.valueOf(id))),
                        LocalDateTime.ofInstant(Objects.requireNonNull(line.hour()), PortalClock.ZONE)
                                .toString(),
                        line.step().name(),
                        line.outcome() == null ? "" : line.outcome().name(),
                        line.reasonCode(),
                        String.valueOf(line.entries()),
                        String.valueOf(line.late()));
            }
        }
    }
}
