package vn.khanhhoa.thecovid.verification.web;

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
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.PosterOrder;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.MomentText;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.platform.web.PublicAddress;
import vn.khanhhoa.thecovid.platform.web.SafeCell;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.verification.PostBoard;
import vn.khanhhoa.thecovid.verification.PostRegistering;
import vn.khanhhoa.thecovid.verification.Posters;

/**
 * {@code GET /agency-head/poster-pdf?id=…}: the poster of a post; {@code /agency-head/post-board-file?which=…&until=…}: which posts scan, as
 * CSV; {@code /agency-head/post-template}: an empty sheet to register posts by.
 */
@WebServlet({"/agency-head/poster-pdf", "/agency-head/post-board-file", "/agency-head/post-template"})
public class PostFilesServlet extends HttpServlet {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST = 100_000;

    @Inject
    private transient Posters posters;

    @Inject
    private transient PostBoard board;

    @Inject
    private transient PostRegistering registering;

    @Inject
    private transient CardPrinting printing;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Parameters parameters;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient Language language;

    @Inject
    private transient Formats formats;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getServletPath().endsWith("/poster-pdf")) {
                poster(response);
            } else if (request.getServletPath().endsWith("/post-template")) {
                template(response);
            } else {
                board(response);
            }
        } catch (NotFound none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void poster(HttpServletResponse response) throws IOException {
        PosterOrder order = posters.order(
                actor.get(), parameters.id("id"), address.link("/public/check-in?at="), language.getLocale());
        OutputStream out = Downloads.begin(response, "application/pdf", "bang-quet-ma.pdf");
        printing.print(order, out);
    }

    private void template(HttpServletResponse response) throws IOException {
        byte[] workbook = registering.template(actor.get());
        try (OutputStream out = Downloads.begin(response, XLSX, "diem-kiem-tra.xlsx")) {
            out.write(workbook);
        }
    }

    private void board(HttpServletResponse response) throws IOException {
        Instant until = board.cutOff(
                actor.get(), MomentText.read(parameters.text("until")).orElse(null));
        List<PostBoard.Row> rows =
                board.rows(actor.get(), PostBoard.Which.of(parameters.text("which")), until, 0, MOST);
        try (Writer writer = new OutputStreamWriter(
                        Downloads.begin(response, "text/csv", "diem-kiem-tra.csv"), StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(writer.append(BYTE_ORDER_MARK))) {
            csv.writeRecord(Stream.of("name", "kind", "area", "day", "week", "last", "inspected", "until")
                    .map(column -> language.text("verification.board." + column))
                    .toList());
            for (PostBoard.Row row : rows) {
                csv.writeRecord(
                        SafeCell.of(row.name()),
                        language.text(row.kind().key()),
                        SafeCell.of(row.area()),
                        String.valueOf(row.day()),
                        String.valueOf(row.week()),
                        formats.time(row.last()),
                        formats.day(row.inspected()),
                        formats.time(until));
            }
        }
    }
}
