package vn.khanhhoa.thecovid.registry.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.registry.RegistrationDocuments;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * {@code GET …/registration-file?id=}: a file of a registration as an attachment, for the organisation or the agency.
 * {@code GET /agency/registration-view?id=}: the same, to be shown within a page. {@code GET /organisation/request-form}: the
 * form to be signed.
 */
@WebServlet({
    "/organisation/registration-file",
    "/agency/registration-file",
    "/agency/registration-view",
    "/organisation/request-form"
})
public class RegistrationFiles extends HttpServlet {
    @Inject
    private transient RegistrationDocuments documents;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            DocumentContent file = wanted(request);
            response.setContentLength(file.content().length);
            OutputStream out = request.getServletPath().endsWith("/registration-view")
                    ? Downloads.show(response, file.mediaType(), file.fileName())
                    : Downloads.begin(response, file.mediaType(), file.fileName());
            out.write(file.content());
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private DocumentContent wanted(HttpServletRequest request) {
        if (request.getServletPath().endsWith("/request-form")) {
            return documents.requestForm(actor.get());
        }
        String id = request.getParameter("id");
        return documents.open(actor.get(), PublicId.parse(id == null ? "" : id).orElseThrow(NotFound::new));
    }
}
