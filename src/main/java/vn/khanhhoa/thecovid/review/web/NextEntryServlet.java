package vn.khanhhoa.thecovid.review.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.khanhhoa.thecovid.shared.NotFound;

/**
 * {@code GET /agency/next-entry?id=&search=}: leads on to the entry that follows in the queue as it is filtered, or to the queue; without an entry to the oldest
 * that the reviewer can decide. To load it beforehand
 * takes it from nobody and extends nothing; then the address is the answer.
 */
@WebServlet("/agency/next-entry")
public class NextEntryServlet extends HttpServlet {
    @Inject
    private transient NextEntry next;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            if (NextEntry.isPreloading(request)) {
                // Not by a redirect: what is asked for on the way must say as well that it is only loaded beforehand.
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().write(request.getContextPath() + next.pathToPreload());
            } else {
                response.sendRedirect(request.getContextPath() + next.path());
            }
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
