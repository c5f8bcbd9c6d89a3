package vn.khanhhoa.thecovid.review.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.RequestBody;
import vn.khanhhoa.thecovid.platform.rest.RequestJson;
import vn.khanhhoa.thecovid.review.Reopening;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;

/** {@code POST /api/v1/staff-lists/{list}/entries/{entry}/reconsideration}: a refusal is to be looked at once more. */
@Path("/staff-lists/{list}/entries/{entry}/reconsideration")
public class ReconsiderationResource {
    private static final int LARGEST_BODY = 16 * 1024;

    /** @param state of the entry from now on */
    public record Asked(String state) {}

    @Inject
    private Reopening reopening;

    @Inject
    private EntryReading entries;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_SUBMIT)
    public Response ask(@PathParam("list") String listId, @PathParam("entry") String entryId, InputStream body)
            throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        String why = RequestJson.text(bytes, "why");
        Actor actor = caller.get();
        PublicId list = ApiIds.of(listId);
        PublicId entry = ApiIds.of(entryId);
        return calls.once(bytes, () -> {
            PublicId own = entries.one(actor, list, entry).entry().id();
            reopening.reconsider(actor, own, why);
            return ApiAnswer.of(
                    200, new Asked(ApiIds.word(entries.own(actor, own).word())));
        });
    }
}
