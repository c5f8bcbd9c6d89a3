package vn.khanhhoa.thecovid.verification.web;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.platform.web.SafeCell;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.verification.ContactLine;
import vn.khanhhoa.thecovid.verification.Tracings;

/** {@code GET /health-office/tracing-file?id=}: the contacts of somebody, as CSV (UTF-8 with BOM, semicolons). */
@WebServlet("/health-office/tracing-file")
public class TracingFileServlet extends HttpServlet {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    @Inject
    private transient Tracings tracings;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Parameters parameters;

    @Inject
    private transient Formats formats;

    @Inject
    private transient Language language;

    /** Read to its end before the first byte is sent: what is refused is no half of a file. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<ContactLine> lines = new ArrayList<>();
        try {
            tracings.take(actor.get(), parameters.id("id"), lines::add);
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (RuleViolation refused) {
            boolean permitted = !refused.code().equals("access.not-permitted");
            response.sendError(permitted ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try (Writer writer = new OutputStreamWriter(
                        Downloads.begin(response, "text/csv", "nguoi-cung-noi.csv"), StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(writer.append(BYTE_ORDER_MARK))) {
            csv.writeRecord(Stream.of(
                            "name",
                            "birth-year",
                            "phone",
                            "organisation",
                            "workplace",
                            "post",
                            "begin",
                            "end",
                            "minutes",
                            "known-by",
                            "remark")
                    .map(column -> language.text("verification.contact." + column))
                    .toList());
            for (ContactLine line : lines) {
                csv.writeRecord(
                        SafeCell.of(line.name()),
                        String.valueOf(line.birthYear()),
                        line.phone(),
                        SafeCell.of(line.organisation()),
                        SafeCell.of(line.workplace()),
                        SafeCell.of(line.post()),
                        formats.time(line.from()),
                        formats.time(line.to()),
                        String.valueOf(line.minutes()),
                        language.text(line.knownBy().key()),
                        line.stopped() ? language.text("verification.contact.stopped") : "");
            }
        }
    }
}
