package vn.khanhhoa.thecovid.card.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;

/** {@code GET /api/v1/staff-lists/{list}/cards}: the cards that came of a list, whatever became of them. */
@Path("/staff-lists/{list}/cards")
@Produces(MediaType.APPLICATION_JSON)
public class ListCardsResource {
    /** Cards in the order of their issue; next is null on the last page. */
    @JsonbNillable
    @JsonbPropertyOrder({"cards", "next"})
    public record Page(List<CardJson> cards, @Nullable String next) {}

    @Inject
    private CardQueries cards;

    @Inject
    private ListKeeping lists;

    @Inject
    private EntryReading entries;

    @Inject
    private CurrentActor caller;

    @GET
    @NeedsScope(ApiScope.CARDS_READ)
    public Page all(
            @PathParam("list") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("count") @DefaultValue("100") String count) {
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        int size = ApiIds.count(count);
        List<CardView> found = cards.after(actor, lists.view(actor, list).listId(), ApiIds.after(after), size);
        Map<Long, PublicId> ids = entries.publicIds(
                actor, list, found.stream().map(CardView::entryId).toList());
        return new Page(
                found.stream()
                        .map(card -> CardJson.of(card, ids.get(card.entryId())))
                        .toList(),
                found.size() < size
                        ? null
                        : "/api/v1/staff-lists/" + list + "/cards?count=" + size + "&after="
                                + found.get(size - 1).id());
    }
}
