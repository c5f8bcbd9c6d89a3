package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.RequestBody;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.CellEdit;
import vn.khanhhoa.thecovid.stafflist.EditOutcome;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;
import vn.khanhhoa.thecovid.stafflist.RowEditing;
import vn.khanhhoa.thecovid.stafflist.RowEntry;
import vn.khanhhoa.thecovid.stafflist.RowFix;
import vn.khanhhoa.thecovid.stafflist.RowView;

/** {@code /api/v1/staff-lists/{list}/rows}: lines of the draft, what is wrong with them, and mending them. */
@Path("/staff-lists/{list}/rows")
@Produces(MediaType.APPLICATION_JSON)
public class RowsResource {
    private static final int LARGEST_PAGE = 200;
    private static final int LARGEST_BODY = 4 << 20;

    /** Rows in the order of the list; next is null on the last page. */
    @JsonbNillable
    @JsonbPropertyOrder({"rows", "next"})
    public record Page(List<RowJson> rows, @Nullable String next) {}

    /** @param rows how many were thrown away */
    public record Discarded(int rows) {}

    @Inject
    private ListKeeping keeping;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private HttpHeaders headers;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Page all(
            @PathParam("list") String id,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("problem") @DefaultValue("") String problem,
            @QueryParam("column") @DefaultValue("") String column,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("count") @DefaultValue("100") String count) {
        PublicId list = ApiIds.of(id);
        int size = Math.min(LARGEST_PAGE, ApiIds.count(count));
        RowSearch search = new RowSearch(state, problem, column);
        editing.requireColumn(caller.get(), list, column);
        if (after.isEmpty()) {
            browsing.opened(caller.get(), list);
        }
        RowBrowsing.Page page = browsing.page(caller.get(), list, search.filter(), after, size);
        Locale language = ApiLanguage.of(headers);
        return new Page(
                json(list, page.rows(), language),
                page.next().isEmpty()
                        ? null
                        : ListJson.PATH + list + "/rows?count=" + size + search.query() + "&after=" + page.next());
    }

    @GET
    @Path("/{row}")
    @NeedsScope(ApiScope.LISTS_READ)
    public RowJson one(@PathParam("list") String list, @PathParam("row") String row) {
        RowView found = browsing.row(caller.get(), ApiIds.of(list), ApiIds.of(row));
        return json(ApiIds.of(list), List.of(found), ApiLanguage.of(headers)).get(0);
    }

    private List<RowJson> json(PublicId list, List<RowView> rows, Locale language) {
        Map<PublicId, RowEntry> entries = browsing.entries(
                caller.get(), list, rows.stream().map(RowView::id).toList());
        return rows.stream()
                .map(row -> RowJson.of(row, entries.get(row.id()), language))
                .toList();
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response mend(@PathParam("list") String id, InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        List<CellEdit> edits = SentRows.corrections(bytes);
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return edited(list, bytes, () -> editing.edit(actor, list, PublicId.random(), edits));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response add(@PathParam("list") String id, InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        List<Map<String, String>> rows = SentRows.rows(bytes);
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return edited(list, bytes, () -> editing.add(actor, list, PublicId.random(), rows));
    }

    @DELETE
    @Path("/{row}")
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response remove(@PathParam("list") String id, @PathParam("row") String row) {
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        PublicId wanted = ApiIds.of(row);
        return edited(list, new byte[0], () -> {
            PublicId known = browsing.row(actor, list, wanted).id(); // within the call: sent again, it is gone
            return editing.remove(actor, list, PublicId.random(), List.of(known));
        });
    }

    /** The same for all cells that have one problem or repair, as long as they are no more than the caller was told. */
    @POST
    @Path("/fix")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response fix(@PathParam("list") String id, InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        RowFix fix = SentRows.fix(bytes);
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return calls.once(
                bytes, () -> ApiAnswer.of(200, FixedJson.of(editing.fixAll(actor, list, PublicId.random(), fix))));
    }

    /** Throws the rows with errors away; what is approved stays as it is. */
    @POST
    @Path("/discard")
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response discard(@PathParam("list") String id) {
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return calls.once(new byte[0], () -> ApiAnswer.of(200, new Discarded(keeping.discardBadRows(actor, list))));
    }

    private Response edited(PublicId list, byte[] body, Supplier<EditOutcome> act) {
        Locale language = ApiLanguage.of(headers);
        return calls.once(body, () -> {
            EditOutcome outcome = act.get();
            return ApiAnswer.of(200, EditedJson.of(outcome, json(list, outcome.rows(), language)));
        });
    }
}
