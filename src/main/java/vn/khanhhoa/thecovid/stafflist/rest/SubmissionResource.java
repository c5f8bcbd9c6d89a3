package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.ListSubmission;
import vn.khanhhoa.thecovid.stafflist.StaffListView;
import vn.khanhhoa.thecovid.stafflist.SubmissionPlan;

/** {@code /api/v1/staff-lists/{list}/submission}: what sending the good lines would come to, and sending them. */
@Path("/staff-lists/{list}/submission")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {
    @Inject
    private ListKeeping keeping;

    @Inject
    private ListSubmission submission;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    /**
     * What submitting would come to now.
     *
     * @param agencies who would get how many rows, the most first
     * @param warned rows with warnings among them
     * @param repaired rows with cells that were put right among them
     * @param registrationConfirmed false where the entries would wait for that
     */
    @JsonbPropertyOrder({"rows", "agencies", "warned", "repaired", "registrationConfirmed"})
    public record Plan(int rows, List<Share> agencies, int warned, int repaired, boolean registrationConfirmed) {}

    @JsonbPropertyOrder({"agency", "rows"})
    public record Share(String agency, int rows) {}

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Plan plan(@PathParam("list") String list) {
        SubmissionPlan plan = submission.plan(caller.get(), ApiIds.of(list));
        return new Plan(
                plan.lines(),
                plan.shares().stream()
                        .map(share -> new Share(share.agency(), share.lines()))
                        .toList(),
                plan.warned(),
                plan.repaired(),
                plan.confirmed());
    }

    @POST
    @NeedsScope(ApiScope.LISTS_SUBMIT)
    public Response submit(@PathParam("list") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return calls.once(new byte[0], () -> {
            StaffListView held = keeping.held(actor, list);
            ListTag.require(ifMatch, ListTag.of(held, keeping.revision(actor, list)));
            submission.submit(actor, list);
            return ApiAnswer.of(202, ListJson.busy(keeping.view(actor, list)))
                    .with(HttpHeaders.LOCATION, ListJson.PATH + list);
        });
    }
}
