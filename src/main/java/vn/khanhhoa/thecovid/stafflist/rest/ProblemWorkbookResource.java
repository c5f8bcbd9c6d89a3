package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.SentFile;
import vn.khanhhoa.thecovid.stafflist.ProblemWorkbooks;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowState;

/** {@code GET /api/v1/staff-lists/{list}/problems.xlsx}: the rows with errors, to mend in a workbook and upload again. */
@Path("/staff-lists/{list}/problems.xlsx")
public class ProblemWorkbookResource {
    @Inject
    private ProblemWorkbooks workbooks;

    @Inject
    private CurrentActor caller;

    @GET
    @Produces(SentFile.XLSX)
    @NeedsScope(ApiScope.LISTS_READ)
    public Response workbook(@PathParam("list") String list, @Context HttpHeaders headers) {
        return SentFile.handedOut(
                workbooks.of(caller.get(), ApiIds.of(list), RowFilter.of(RowState.BAD), ApiLanguage.of(headers)),
                "problems.xlsx");
    }
}
