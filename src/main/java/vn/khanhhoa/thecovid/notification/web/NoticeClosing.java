package vn.khanhhoa.thecovid.notification.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.web.OwnPath;
import vn.khanhhoa.thecovid.shared.PublicId;

/** {@code POST /notice-closing}: the reader has seen a notice; it is not shown again in this session. */
@WebServlet("/notice-closing")
public class NoticeClosing extends HttpServlet {
    private static final String CLOSED = "notification.closed";
    private static final int MOST = 50;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PublicId.parse(Objects.requireNonNullElse(request.getParameter("id"), ""))
                .ifPresent(id -> close(request.getSession(true), id));
        response.sendRedirect(OwnPath.back(request));
    }

    /** Replaced, never changed, so that every node of a session sees the change. */
    private static void close(HttpSession session, PublicId id) {
        HashSet<String> closed = new HashSet<>(closed(session));
        if (closed.size() < MOST) {
            closed.add(id.toString());
            session.setAttribute(CLOSED, closed);
        }
    }

    @SuppressWarnings("unchecked") // nobody else writes this attribute
    static Set<String> closed(@Nullable HttpSession session) {
        Object closed = session == null ? null : session.getAttribute(CLOSED);
        return closed == null ? Set.of() : (Set<String>) closed;
    }
}
