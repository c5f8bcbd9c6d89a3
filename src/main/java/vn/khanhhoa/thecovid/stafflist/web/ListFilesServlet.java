package vn.khanhhoa.thecovid.stafflist.web;

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
import java.util.Objects;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.platform.web.SafeCell;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;
import vn.khanhhoa.thecovid.stafflist.ProblemWorkbooks;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowState;
import vn.khanhhoa.thecovid.stafflist.Uploading;

/**
 * Files of an organisation's lists: {@code template?code=M01} (.xlsx; with {@code &list=…} as that list's version of the
 * form has it), {@code original?list=…&upload=…} as it was sent, {@code problems?list=…} (.xlsx: lines with errors, to mend
 * and upload again; with {@code &lines=all} all of them, with {@code &lines=shown} those of the filter that the address names
 * as the page of the lines does, with {@code &lines=entries} those of the entries that it names as their page does), {@code codes?list=…} (CSV, UTF-8 with BOM, semicolons) for handing the registration codes
 * out.
 */
@WebServlet("/organisation/files/*")
public class ListFilesServlet extends HttpServlet {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    @Inject
    private FormTemplates templates;

    @Inject
    private Uploading uploading;

    @Inject
    private ProblemWorkbooks workbooks;

    @Inject
    private RowQuery query;

    @Inject
    private Parameters parameters;

    @Inject
    private EntryReading reading;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (Objects.requireNonNullElse(request.getPathInfo(), "")) {
                case "/template" -> template(request, response);
                case "/original" -> original(request, response);
                case "/problems" -> problems(request, response);
                case "/codes" -> codes(request, response);
                default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (NotFound absent) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void template(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        byte[] workbook = request.getParameter("list") == null
                ? templates.workbook(actor.get(), code)
                : templates.workbook(actor.get(), id(request, "list"));
        try (OutputStream out = Downloads.begin(response, XLSX, code + ".xlsx")) {
            out.write(workbook);
        }
    }

    private void original(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Uploading.Original original = uploading.original(actor.get(), id(request, "list"), id(request, "upload"));
        try (OutputStream out = Downloads.begin(response, "application/octet-stream", original.fileName())) {
            out.write(original.content());
        }
    }

    private void problems(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String lines = Objects.requireNonNullElse(request.getParameter("lines"), "");
        if (lines.equals("entries")) {
            byte[] workbook = workbooks.ofEntries(
                    actor.get(), id(request, "list"), StaffListEntriesPage.filter(parameters), language.getLocale());
            try (OutputStream out = Downloads.begin(response, XLSX, "ket-qua.xlsx")) {
                out.write(workbook);
            }
            return;
        }
        RowFilter filter = switch (lines) {
            case "all" -> RowFilter.ALL;
            case "shown" -> query.filter();
            default -> RowFilter.of(RowState.BAD);
        };
        String name = switch (lines) {
            case "all" -> "danh-sach.xlsx";
            case "shown" -> "dong-da-loc.xlsx";
            default -> "dong-can-sua.xlsx";
        };
        byte[] workbook = workbooks.of(actor.get(), id(request, "list"), filter, language.getLocale());
        try (OutputStream out = Downloads.begin(response, XLSX, name)) {
            out.write(workbook);
        }
    }

    private void codes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var codes = reading.codes(actor.get(), id(request, "list"));
        try (Writer writer = new OutputStreamWriter(
                        Downloads.begin(response, "text/csv;charset=UTF-8", "ma-tra-cuu.csv"), StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(writer.append(BYTE_ORDER_MARK))) {
            csv.writeRecord(
                    language.text("stafflist.line"),
                    language.text("stafflist.person"),
                    language.text("stafflist.code"),
                    language.text("stafflist.state"));
            codes.forEach(code -> csv.writeRecord(
                    String.valueOf(code.line()),
                    SafeCell.of(code.name()),
                    code.code().toString(),
                    language.text(code.state().key())));
        }
    }

    private static PublicId id(HttpServletRequest request, String name) {
        return PublicId.parse(Objects.requireNonNullElse(request.getParameter(name), ""))
                .orElseThrow(NotFound::new);
    }
}
