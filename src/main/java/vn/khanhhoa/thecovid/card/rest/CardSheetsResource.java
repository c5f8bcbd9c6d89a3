package vn.khanhhoa.thecovid.card.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardsInSteps;
import vn.khanhhoa.thecovid.card.PrintOrder;
import vn.khanhhoa.thecovid.card.print.CardFormat;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;

/** {@code GET /api/v1/staff-lists/{list}/cards.pdf}: the valid cards of a list, eight on an A4 sheet or as asked for. */
@Path("/staff-lists/{list}/cards.pdf")
public class CardSheetsResource {
    @Inject
    private CardQueries cards;

    @Inject
    private CardPrinting printing;

    @Inject
    private ListKeeping lists;

    @Inject
    private CurrentActor caller;

    @GET
    @Produces("application/pdf")
    @NeedsScope(ApiScope.CARDS_READ)
    public Response sheets(
            @PathParam("list") String id,
            @QueryParam("format") @DefaultValue("") String format,
            @Context HttpHeaders headers) {
        PrintOrder order = PrintOrder.many(ApiLanguage.of(headers));
        PrintOrder asked =
                ApiIds.choice("format", CardFormat.class, format).map(order::in).orElse(order);
        Actor actor = caller.get();
        long list = lists.view(actor, ApiIds.of(id)).listId();
        if (cards.countOfList(actor, list) == 0) {
            throw new ApiRefusal(409, "card.list-without-cards");
        }
        StreamingOutput pdf = out -> printing.print(asked, CardsInSteps.ofList(cards, actor, list), out);
        return Response.ok(pdf)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"the-covid.pdf\"")
                .build();
    }
}
