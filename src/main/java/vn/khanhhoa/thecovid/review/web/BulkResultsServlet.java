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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.SafeCell;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.review.BulkDecisions;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryState;

/** {@code GET /agency/bulk-results?id=}: each entry of a bulk with what was foreseen, what became of it, and how it is now (CSV). */
@WebServlet("/agency/bulk-results")
public class BulkResultsServlet extends HttpServlet {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int STEP = 1_000;

    @Inject
    private transient BulkDecisions bulk;

    @Inject
    private transient Organisations organisations;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            PublicId id = PublicId.parse(Objects.requireNonNullElse(request.getParameter("id"), ""))
                    .orElseThrow(NotFound::new);
            bulk.progress(actor.get(), id);
            write(id, response);
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void write(PublicId id, HttpServletResponse response) throws IOException {
        Map<Long, String> names = new HashMap<>();
        try (Writer writer = new OutputStreamWriter(
                        Downloads.begin(response, "text/csv;charset=UTF-8", "duyet-hang-loat.csv"),
                        StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(writer.append(BYTE_ORDER_MARK))) {
            csv.writeRecord(
                    language.text("review.person"),
                    language.text("review.organisation"),
                    language.text("review.bulk-foreseen"),
                    language.text("review.bulk-result"),
                    language.text("review.bulk-now"));
            int first = 0;
            for (List<BulkDecisions.Line> lines = bulk.lines(actor.get(), id, "", first, STEP);
                    !lines.isEmpty();
                    lines = bulk.lines(actor.get(), id, "", first, STEP)) {
                lines.forEach(line -> csv.writeRecord(
                        SafeCell.of(line.name()),
                        SafeCell.of(names.computeIfAbsent(
                                line.organisationId(),
                                each -> organisations.view(each).name())),
                        language.text(line.foreseenKey()),
                        language.text(line.key()),
                        language.text(
                                line.state() == EntryState.PENDING
                                        ? line.stage().key()
                                        : line.state().key())));
                first += lines.size();
            }
        }
    }
}
