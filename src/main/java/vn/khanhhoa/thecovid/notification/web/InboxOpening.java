package vn.khanhhoa.thecovid.notification.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.Inbox;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** {@code POST /account/inbox-opening}: marks what was told as read, and goes on to where it leads. */
@WebServlet("/account/inbox-opening")
public class InboxOpening extends HttpServlet {
    @Inject
    private transient Inbox inbox;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path;
        try {
            path = inbox.open(
                    actor.get(),
                    PublicId.parse(Objects.requireNonNullElse(request.getParameter("id"), ""))
                            .orElseThrow(NotFound::new));
        } catch (NotFound nothing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.sendRedirect(request.getContextPath() + path);
    }
}
