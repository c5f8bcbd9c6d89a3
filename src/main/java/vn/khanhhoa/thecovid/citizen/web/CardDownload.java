package vn.khanhhoa.thecovid.citizen.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.card.PrintOrder;
import vn.khanhhoa.thecovid.citizen.EntryStatus;
import vn.khanhhoa.thecovid.citizen.StatusLookup;
import vn.khanhhoa.thecovid.platform.web.Language;

/**
 * {@code GET /citizen/card?view=…}: the card of an entry that this visitor has opened, as an A6 PDF, or
 * in another {@code format} or {@code language}. Where there is none
 * any more, the status page says why.
 */
@WebServlet("/citizen/card")
public class CardDownload extends HttpServlet {
    @Inject
    private transient StatusLookup lookup;

    @Inject
    private transient CardPrinting printing;

    @Inject
    private transient OpenedEntries opened;

    @Inject
    private transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String view = Objects.requireNonNullElse(request.getParameter("view"), "");
        Optional<CardView> card = opened.find(view)
                .map(entry -> lookup.status(entry, language.getLocale()))
                .filter(EntryStatus::hasCardToPrint)
                .map(EntryStatus::card);
        if (card.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/citizen/status?view="
                    + (opened.find(view).isPresent() ? view : "over"));
            return;
        }
        response.setContentType("application/pdf");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"the-" + card.get().number() + ".pdf\"");
        printing.print(
                PrintOrder.one(language.getLocale())
                        .chosen(request.getParameter("format"), request.getParameter("language")),
                List.of(card.get()).iterator(),
                response.getOutputStream());
    }
}
