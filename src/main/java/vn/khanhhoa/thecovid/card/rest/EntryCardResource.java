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
import java.util.List;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.card.PrintOrder;
import vn.khanhhoa.thecovid.card.print.CardFormat;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.EntryReading;

/** {@code GET /api/v1/staff-lists/{list}/entries/{entry}/card.pdf}: the valid card of an entry, on A6 or as asked for. */
@Path("/staff-lists/{list}/entries/{entry}/card.pdf")
public class EntryCardResource {
    @Inject
    private CardQueries cards;

    @Inject
    private CardPrinting printing;

    @Inject
    private EntryReading entries;

    @Inject
    private CurrentActor caller;

    @GET
    @Produces("application/pdf")
    @NeedsScope(ApiScope.CARDS_READ)
    public Response card(
            @PathParam("list") String list,
            @PathParam("entry") String entry,
            @QueryParam("format") @DefaultValue("") String format,
            @Context HttpHeaders headers) {
        PrintOrder order = PrintOrder.one(ApiLanguage.of(headers));
        PrintOrder asked =
                ApiIds.choice("format", CardFormat.class, format).map(order::in).orElse(order);
        EntryReading.OwnEntry own = entries.one(caller.get(), ApiIds.of(list), ApiIds.of(entry));
        CardView card = cards.ofEntry(own.entry().entryId())
                .filter(found -> found.state() == CardState.VALID)
                .orElseThrow(NotFound::new);
        StreamingOutput pdf = out -> printing.print(asked, List.of(card).iterator(), out);
        return Response.ok(pdf)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"the-" + card.number() + ".pdf\"")
                .build();
    }
}
