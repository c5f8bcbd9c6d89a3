package vn.khanhhoa.thecovid.platform.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * {@code POST /keep-alive}: the reader is still there. Answers 204 and so prolongs a signed-in session; 403 where there
 * is none, which it never begins.
 */
@WebServlet("/keep-alive")
public class KeepAlive extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        boolean signedIn = request.getSession(false) != null && request.getUserPrincipal() != null;
        response.setStatus(signedIn ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_FORBIDDEN);
    }
}
