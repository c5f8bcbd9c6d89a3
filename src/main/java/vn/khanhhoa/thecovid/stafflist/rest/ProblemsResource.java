package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;

/** {@code GET /api/v1/staff-lists/{list}/problems}: what is to be seen in a list, and at how many rows. */
@Path("/staff-lists/{list}/problems")
@Produces(MediaType.APPLICATION_JSON)
public class ProblemsResource {
    @JsonbPropertyOrder({"code", "column", "severity", "rows"})
    public record Problem(String code, String column, String severity, int rows) {}

    public record Problems(List<Problem> problems) {}

    @Inject
    private RowBrowsing browsing;

    @Inject
    private CurrentActor caller;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Problems all(@PathParam("list") String list) {
        return new Problems(browsing.marks(caller.get(), ApiIds.of(list)).stream()
                .map(mark -> new Problem(mark.messageKey(), mark.column(), RowJson.severity(mark.kind()), mark.rows()))
                .toList());
    }
}
