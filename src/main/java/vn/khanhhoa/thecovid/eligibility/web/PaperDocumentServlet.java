package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.PaperEvidence;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.shared.NotFound;

/** {@code GET /health-data/paper-document?id=}: the scan of a paper that a reviewer accepted. */
@WebServlet("/health-data/paper-document")
public class PaperDocumentServlet extends HttpServlet {
    @Inject
    private transient PaperEvidence papers;

    @Inject
    private transient Parameters parameters;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            DocumentContent file = papers.document(actor.get(), parameters.id("id"));
            response.setContentLength(file.content().length);
            try (OutputStream out = Downloads.begin(response, file.mediaType(), file.fileName())) {
                out.write(file.content());
            }
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
