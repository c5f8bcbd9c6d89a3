package vn.khanhhoa.thecovid.card.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.Letterheads;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.shared.NotFound;

/** {@code GET /admin/card-sample?agency=…}: a card of nobody with that agency's letterhead, to be shown within its page. */
@WebServlet("/admin/card-sample")
public class LetterheadSample extends HttpServlet {
    @Inject
    private transient Letterheads letterheads;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = "en".equals(request.getParameter("language")) ? Locale.ENGLISH : Texts.VIETNAMESE;
        ByteArrayOutputStream card = new ByteArrayOutputStream();
        try {
            letterheads.sample(
                    actor.get(), Objects.requireNonNullElse(request.getParameter("agency"), ""), language, card);
        } catch (NotFound absent) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        card.writeTo(Downloads.show(response, "application/pdf", "the-mau.pdf"));
    }
}
