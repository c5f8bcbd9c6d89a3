package vn.khanhhoa.thecovid.eligibility.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.AcceptedRow;
import vn.khanhhoa.thecovid.eligibility.AcceptedRows;
import vn.khanhhoa.thecovid.eligibility.DailyTotals;
import vn.khanhhoa.thecovid.eligibility.DueDose;
import vn.khanhhoa.thecovid.eligibility.DueDoses;
import vn.khanhhoa.thecovid.eligibility.DueDosesFilter;
import vn.khanhhoa.thecovid.eligibility.FacilityDay;
import vn.khanhhoa.thecovid.eligibility.LatenessView;
import vn.khanhhoa.thecovid.eligibility.RecordImports;
import vn.khanhhoa.thecovid.eligibility.ToldRecord;
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
 * /health-data/import-rows-file?id=&outcome=}: those that were taken, with numbers masked, as CSV. {@code GET
 * /health-data/lateness-file?id=&from=&to=}: what was in time, late or is missing, by facility and day, as CSV. {@code GET
 * /health-data/due-doses-file?id=&facility=&commune=&until=}: who is due the next dose, with their numbers, as CSV.
 */
@WebServlet({
    "/health-data/template",
    "/health-data/import-problems",
    "/health-data/import-rows-file",
    "/health-data/lateness-file",
    "/health-data/due-doses-file"
})
public class HealthDataFilesServlet extends HttpServlet {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private transient RecordImports imports;

    @Inject
    private transient AcceptedRows accepted;

    @Inject
    private transient DailyTotals totals;

    @Inject
    private transient DueDoses doses;

    @Inject
    private transient Formats formats;

    @Inject
    private transient TieWords words;

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
                case "/health-data/import-rows-file" -> importRows(response);
                case "/health-data/due-doses-file" -> dueDoses(response);
                default -> lateness(response);
            }
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (RuleViolation refused) {
            boolean permitted = !refused.code().equals("access.not-permitted");
            response.sendError(permitted ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_FORBIDDEN);
        } catch (DateTimeParseException wrongDays) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void send(HttpServletResponse response, byte[] workbook, String name) throws IOException {
        try (OutputStream out = Downloads.begin(response, XLSX, name)) {
            out.write(workbook);
        }
    }

    private void importRows(HttpServletResponse response) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(file, StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(writer.append(BYTE_ORDER_MARK))) {
            csv.writeRecord(Stream.of(
                            "eligibility.import.row",
                            "eligibility.import.person",
                            "eligibility.due.file.birth",
                            "eligibility.due.file.document",
                            "eligibility.due.file.phone",
                            "eligibility.told",
                            "eligibility.told.day",
                            "eligibility.facility.name",
                            "eligibility.import-rows.outcome",
                            "eligibility.import-rows.ended")
                    .map(language::text)
                    .toList());
            accepted.take(
                    actor.get(),
                    parameters.id("id"),
                    ImportRowsPage.outcome(parameters.text("outcome")),
                    row -> csv.writeRecord(cells(row)));
        }
        try (OutputStream out = Downloads.begin(response, "text/csv", "dong-da-nhan.csv")) {
            file.writeTo(out);
        }
    }

    private List<String> cells(AcceptedRow row) {
        ToldRecord told = row.told();
        String number = String.valueOf(row.row());
        String outcome = language.text(row.outcome().key());
        return told == null
                ? List.of(number, SafeCell.of(row.name()), "", "", "", "", "", "", outcome, "")
                : List.of(
                        number,
                        SafeCell.of(told.given().name()),
                        words.birth(told.given().birth()),
                        words.masked(told.given().documentEnd()),
                        words.masked(told.given().phoneEnd()),
                        words.what(told),
                        formats.day(told.day()),
                        SafeCell.of(told.facility()),
                        outcome,
                        formats.time(told.ended()));
    }

    /** Read to its end before the first byte is sent: what is refused is no half of a file. */
    private void dueDoses(HttpServletResponse response) throws IOException {
        DueDosesFilter filter = new DueDosesFilter(
                parameters.id("id"),
                parameters.text("facility"),
                parameters.text("commune"),
                LocalDate.parse(parameters.text("until")));
        List<DueDose> people = new ArrayList<>();
        doses.take(actor.get(), filter, people::add);
        try (Writer writer = new OutputStreamWriter(
                        Downloads.begin(response, "text/csv", "den-han-tiem.csv"), StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(writer.append(BYTE_ORDER_MARK))) {
            csv.writeRecord(Stream.of(
                            "name",
                            "birth",
                            "document",
                            "phone",
                            "commune",
                            "facility",
                            "vaccine",
                            "number",
                            "given",
                            "due")
                    .map(column -> language.text("eligibility.due.file." + column))
                    .toList());
            for (DueDose due : people) {
                csv.writeRecord(
                        SafeCell.of(due.name()),
                        due.birth(),
                        due.document(),
                        due.phone(),
                        SafeCell.of(due.commune()),
                        SafeCell.of(due.facility()),
                        due.vaccine(),
                        String.valueOf(due.number()),
                        formats.day(due.given()),
                        formats.day(due.due()));
            }
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
