package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ListNaming;

/** {@code /api/v1/staff-lists/{list}/draft}: takes away a list of which nothing was sent. */
@Path("/staff-lists/{list}/draft")
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
    /** @param id of the list that is no more */
    public record Deleted(String id) {}

    @Inject
    private ListNaming naming;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    /** Rows, files and history go with it. */
    @DELETE
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response delete(@PathParam("list") String id) {
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return calls.once(new byte[0], () -> {
            naming.delete(actor, list);
            return ApiAnswer.of(200, new Deleted(list.toString()));
        });
    }
}
