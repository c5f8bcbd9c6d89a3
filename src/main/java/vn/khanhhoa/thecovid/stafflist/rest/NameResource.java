package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
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
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.ListNaming;

/** {@code /api/v1/staff-lists/{list}/name}: renames a list. */
@Path("/staff-lists/{list}/name")
@Produces(MediaType.APPLICATION_JSON)
public class NameResource {
    private static final int LARGEST_BODY = 16 * 1024;

    /** @param name as it is kept */
    public record Named(String name) {}

    @Inject
    private ListNaming naming;

    @Inject
    private ListKeeping keeping;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response rename(@PathParam("list") String id, InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        String name = RequestJson.text(bytes, "name");
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return calls.once(bytes, () -> {
            naming.rename(actor, list, name);
            return ApiAnswer.of(200, new Named(keeping.view(actor, list).name()));
        });
    }
}
