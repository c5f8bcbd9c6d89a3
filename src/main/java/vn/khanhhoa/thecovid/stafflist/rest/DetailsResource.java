package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.RequestBody;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ListForms;

/** {@code /api/v1/staff-lists/{list}/details}: what its form asks once for the whole list. */
@Path("/staff-lists/{list}/details")
@Produces(MediaType.APPLICATION_JSON)
public class DetailsResource {
    private static final int LARGEST_BODY = 64 * 1024;

    @Inject
    private ListForms forms;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public DetailsJson all(@PathParam("list") String list) {
        return DetailsJson.of(forms.of(caller.get(), ApiIds.of(list)));
    }

    /** Takes the place of all earlier answers, where every one of them is right. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response answer(@PathParam("list") String id, InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        Map<String, String> answers = SentRows.answers(bytes);
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return calls.once(bytes, () -> {
            DetailsJson.answer(forms, actor, list, answers);
            return ApiAnswer.of(200, DetailsJson.of(forms.of(actor, list)));
        });
    }
}
