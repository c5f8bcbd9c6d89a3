package vn.khanhhoa.thecovid.review.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.review.Evidence;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** {@code GET /agency/evidence?entry=&id=}: a document that speaks for an entry, to be shown within its page. */
@WebServlet("/agency/evidence")
public class EvidenceServlet extends HttpServlet {
    @Inject
    private transient Evidence evidence;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            DocumentContent file = evidence.open(actor.get(), id(request, "entry"), id(request, "id"));
            response.setContentLength(file.content().length);
            Downloads.show(response, file.mediaType(), file.fileName()).write(file.content());
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static PublicId id(HttpServletRequest request, String name) {
        return PublicId.parse(Objects.requireNonNullElse(request.getParameter(name), ""))
                .orElseThrow(NotFound::new);
    }
}
