package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.SentFile;
import vn.khanhhoa.thecovid.stafflist.ProblemWorkbooks;

/** {@code GET /api/v1/staff-lists/{list}/rows.xlsx}: all rows, or those that are wanted, as a workbook to mend and send. */
@Path("/staff-lists/{list}/rows.xlsx")
public class RowWorkbookResource {
    @Inject
    private ProblemWorkbooks workbooks;

    @Inject
    private CurrentActor caller;

    @GET
    @Produces(SentFile.XLSX)
    @NeedsScope(ApiScope.LISTS_READ)
    public byte[] workbook(
            @PathParam("list") String list,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("problem") @DefaultValue("") String problem,
            @QueryParam("column") @DefaultValue("") String column,
            @Context HttpHeaders headers) {
        return workbooks.of(
                caller.get(), ApiIds.of(list), new RowSearch(state, problem, column).filter(), ApiLanguage.of(headers));
    }
}
