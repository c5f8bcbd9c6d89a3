package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.ExceptionRegister;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.shared.NotFound;

/** {@code GET /health-office/exception-document?id=}: the paper by which an exception was entered. */
@WebServlet("/health-office/exception-document")
public class ExceptionDocumentServlet extends HttpServlet {
    @Inject
    private transient ExceptionRegister register;

    @Inject
    private transient Parameters parameters;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            DocumentContent file = register.document(actor.get(), parameters.id("id"));
            response.setContentLength(file.content().length);
            try (OutputStream out = Downloads.begin(response, file.mediaType(), file.fileName())) {
                out.write(file.content());
            }
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
