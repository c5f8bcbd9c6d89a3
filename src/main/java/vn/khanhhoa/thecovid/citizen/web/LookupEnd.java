package vn.khanhhoa.thecovid.citizen.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /citizen/end}: on a shared computer the next person must find nothing. */
@WebServlet("/citizen/end")
public class LookupEnd extends HttpServlet {
    @Inject
    private transient OpenedEntries opened;

    @Inject
    private transient PersonalDrafts drafts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        opened.forget();
        drafts.forget();
        response.sendRedirect(request.getContextPath() + "/citizen/status");
    }
}
