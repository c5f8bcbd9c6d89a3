package vn.khanhhoa.thecovid.card.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.CardFilter;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.CardStacks;
import vn.khanhhoa.thecovid.card.CardsInSteps;
import vn.khanhhoa.thecovid.card.PrintOrder;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/**
 * {@code GET /health-office/cards-pdf?search=…}: the cards that a search of the card desk found and that can be used, as one
 * PDF; of very many the {@code stack} that is asked for. With {@code format}, {@code language} and {@code hand-over} as
 * organisations have them.
 */
@WebServlet("/health-office/cards-pdf")
public class StackServlet extends HttpServlet {
    @Inject
    private transient CardStacks stacks;

    @Inject
    private transient CardPrinting printing;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient Parameters parameters;

    @Inject
    private transient CurrentActor current;

    @Inject
    private transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Actor actor = current.get();
        String organisation = parameters.text("organisation");
        CardFilter filter = new CardFilter(
                parameters.text("text"), organisation, Optional.empty(), CardsPage.days(parameters.text("ends")));
        Optional<CardsInSteps> cards = stacks.take(actor, filter, CardStacks.Stack.of(parameters.text("stack")));
        if (cards.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PrintOrder order = PrintOrder.many(language.getLocale())
                .chosen(request.getParameter("format"), request.getParameter("language"));
        String agency = catalogue.agency(actor.agencyId()).map(AgencyView::name).orElse("");
        String whose = organisation.isBlank() ? agency : agency + " – " + organisation;
        OutputStream out = Downloads.begin(response, "application/pdf", "the-covid.pdf");
        printing.print(request.getParameter("hand-over") == null ? order : order.handedOver(whose), cards.get(), out);
    }
}
