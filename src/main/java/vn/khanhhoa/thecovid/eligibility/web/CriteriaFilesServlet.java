package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.Matrices;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * {@code GET /criteria-office/criteria-set-file?id=}: a criteria set as a file that can be read again. {@code GET
 * /criteria-office/criteria-set-document?id=}: the signed document beside it. The same of a matrix.
 */
@WebServlet({
    "/criteria-office/criteria-set-file",
    "/criteria-office/criteria-set-document",
    "/criteria-office/matrix-file",
    "/criteria-office/matrix-document"
})
public class CriteriaFilesServlet extends HttpServlet {
    @Inject
    private transient CriteriaSets sets;

    @Inject
    private transient Matrices matrices;

    @Inject
    private transient Parameters parameters;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            PublicId id = parameters.id("id");
            DocumentContent file = switch (request.getServletPath()) {
                case "/criteria-office/criteria-set-file" -> sets.file(actor.get(), id);
                case "/criteria-office/criteria-set-document" -> sets.document(actor.get(), id);
                case "/criteria-office/matrix-file" -> matrices.file(actor.get(), id);
                default -> matrices.document(actor.get(), id);
            };
            response.setContentLength(file.content().length);
            try (OutputStream out = Downloads.begin(response, file.mediaType(), file.fileName())) {
                out.write(file.content());
            }
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
