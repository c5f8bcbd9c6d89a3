package vn.khanhhoa.thecovid.eligibility.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.DailyTotals;
import vn.khanhhoa.thecovid.eligibility.FacilityDay;
import vn.khanhhoa.thecovid.eligibility.LatenessView;
import vn.khanhhoa.thecovid.eligibility.RecordImports;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.platform.web.SafeCell;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * {@code GET /health-data/template?id=}: the workbook by which records of a source are sent. {@code GET
 * /health-data/import-problems?id=}: the rows of an import that were not taken, to be mended and sent again. {@code GET
 * /health-data/lateness-file?id=&from=&to=}: what was in time, late or is missing, by facility and day, as CSV.
 */
@WebServlet({"/health-data/template", "/health-data/import-problems", "/health-data/lateness-file"})
public class HealthDataFilesServlet extends HttpServlet {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private transient RecordImports imports;

    @Inject
    private transient DailyTotals totals;

    @Inject
    private transient Formats formats;

    @Inject
    private transient Parameters parameters;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (request.getServletPath()) {
                case "/health-data/template" ->
                    send(response, imports.template(actor.get(), parameters.id("id")), "mau-du-lieu.xlsx");
                case "/health-data/import-problems" ->
                    send(
                            response,
                            imports.problems(actor.get(), parameters.id("id"), language.getLocale()),
                            "dong-can-sua.xlsx");
                default -> lateness(response);
            }
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (DateTimeParseException | RuleViolation wrongDays) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void send(HttpServletResponse response, byte[] workbook, String name) throws IOException {
        try (OutputStream out = Downloads.begin(response, XLSX, name)) {
            out.write(workbook);
        }
    }

    private void lateness(HttpServletResponse response) throws IOException {
        LatenessView view = totals.lateness(
                actor.get(),
                parameters.id("id"),
                LocalDate.parse(parameters.text("from")),
                LocalDate.parse(parameters.text("to")));
        try (Writer writer = new OutputStreamWriter(
                        Downloads.begin(response, "text/csv", "dung-han-cham-thieu.csv"), StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(writer.append(BYTE_ORDER_MARK))) {
            csv.writeRecord(Stream.of("day", "code", "name", "declared", "in-time", "late", "missing", "awaited")
                    .map(column -> language.text("eligibility.lateness." + column))
                    .toList());
            for (FacilityDay day : view.details()) {
                csv.writeRecord(
                        formats.day(day.day()),
                        SafeCell.of(day.facility().code()),
                        SafeCell.of(day.facility().name()),
                        day.declared().isPresent()
                                ? String.valueOf(day.declared().getAsInt())
                                : "",
                        String.valueOf(day.inTime()),
                        String.valueOf(day.late()),
                        String.valueOf(day.missing()),
                        String.valueOf(day.awaited()));
            }
        }
    }
}
