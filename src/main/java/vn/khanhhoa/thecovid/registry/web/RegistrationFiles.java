package vn.khanhhoa.thecovid.registry.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.registry.RegistrationDocuments;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * {@code GET …/registration-file?id=}: a file of a registration, always as an attachment, for the organisation or the
 * agency. {@code GET /organisation/request-form}: the form to be signed.
 */
@WebServlet({"/organisation/registration-file", "/agency/registration-file", "/organisation/request-form"})
public class RegistrationFiles extends HttpServlet {
    @Inject
    private transient RegistrationDocuments documents;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            send(response, wanted(request));
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

    private static void send(HttpServletResponse response, DocumentContent file) throws IOException {
        response.setContentType(file.mediaType());
        response.setContentLength(file.content().length);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        response.getOutputStream().write(file.content());
    }
}
