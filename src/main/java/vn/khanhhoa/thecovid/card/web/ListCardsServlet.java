package vn.khanhhoa.thecovid.card.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.card.CardsInSteps;
import vn.khanhhoa.thecovid.card.PrintOrder;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.StaffListView;

/**
 * Cards of an organisation as PDF: {@code ?list=…} all valid ones of a list, eight on an A4 sheet; {@code ?entry=…} the one
 * of an entry on A6. In another {@code format} or {@code language} where asked for, with {@code hand-over=true} and a sheet to
 * sign.
 */
@WebServlet("/organisation/cards")
public class ListCardsServlet extends HttpServlet {
    private static final String PDF = "application/pdf";

    @Inject
    private CardQueries cards;

    @Inject
    private CardPrinting printing;

    @Inject
    private ListKeeping lists;

    @Inject
    private EntryReading entries;

    @Inject
    private CurrentActor current;

    @Inject
    private Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getParameter("entry") != null) {
                one(id(request, "entry"), request, response);
            } else {
                all(id(request, "list"), request, response);
            }
        } catch (NotFound absent) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void one(PublicId entryId, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CardView card = cards.ofEntry(entries.ownNumber(current.get(), entryId))
                .filter(found -> found.state() == CardState.VALID)
                .orElseThrow(NotFound::new);
        OutputStream out = Downloads.begin(response, PDF, "the-" + card.number() + ".pdf");
        printing.print(
                chosen(PrintOrder.one(language.getLocale()), request),
                List.of(card).iterator(),
                out);
    }

    private void all(PublicId listId, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Actor actor = current.get();
        StaffListView list = lists.view(actor, listId);
        CardsInSteps found = CardsInSteps.ofList(cards, actor, list.listId());
        if (!found.hasNext()) {
            throw new NotFound();
        }
        PrintOrder order = chosen(PrintOrder.many(language.getLocale()), request);
        boolean signed = request.getParameter("hand-over") != null;
        OutputStream out = Downloads.begin(response, PDF, "the-covid.pdf");
        printing.print(signed ? order.handedOver(list.name()) : order, found, out);
    }

    private static PrintOrder chosen(PrintOrder usual, HttpServletRequest request) {
        return usual.chosen(request.getParameter("format"), request.getParameter("language"));
    }

    private static PublicId id(HttpServletRequest request, String name) {
        return PublicId.parse(Objects.requireNonNullElse(request.getParameter(name), ""))
                .orElseThrow(NotFound::new);
    }
}
