package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.stafflist.ListSubmission;
import vn.khanhhoa.thecovid.stafflist.SubmissionView;

/** {@code GET /api/v1/staff-lists/{list}/submissions}: what was sent of it, and when. */
@Path("/staff-lists/{list}/submissions")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionsResource {
    /**
     * One submission.
     *
     * @param rows that were ready when it was asked for
     * @param entries that came of them; fewer while they are on their way, and where rows did not hold any more
     */
    @JsonbPropertyOrder({"rows", "entries", "madeBy", "madeAt"})
    public record Submission(int rows, int entries, String madeBy, Instant madeAt) {
        static Submission of(SubmissionView sent) {
            return new Submission(sent.lines(), sent.entries(), sent.madeBy(), sent.madeAt());
        }
    }

    /** The last hundred, newest first. */
    public record Submissions(List<Submission> submissions) {}

    @Inject
    private ListSubmission submission;

    @Inject
    private CurrentActor caller;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Submissions all(@PathParam("list") String list) {
        return new Submissions(submission.submissions(caller.get(), ApiIds.of(list)).stream()
                .map(Submission::of)
                .toList());
    }
}
