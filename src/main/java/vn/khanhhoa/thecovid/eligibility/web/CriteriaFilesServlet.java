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
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * {@code GET /criteria-office/criteria-file?id=}: a criteria set as a file that can be read again. {@code GET
 * /criteria-office/criteria-document?id=}: the signed document beside it.
 */
@WebServlet({"/criteria-office/criteria-file", "/criteria-office/criteria-document"})
public class CriteriaFilesServlet extends HttpServlet {
    @Inject
    private transient CriteriaSets sets;

    @Inject
    private transient Parameters parameters;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            PublicId id = parameters.id("id");
            DocumentContent file = request.getServletPath().endsWith("/criteria-file")
                    ? sets.file(actor.get(), id)
                    : sets.document(actor.get(), id);
            response.setContentLength(file.content().length);
            try (OutputStream out = Downloads.begin(response, file.mediaType(), file.fileName())) {
                out.write(file.content());
            }
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
