package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.intake.FormDifference;
import vn.khanhhoa.thecovid.intake.FormDifference.Aspect;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.SentFile;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;
import vn.khanhhoa.thecovid.stafflist.ListForm;
import vn.khanhhoa.thecovid.stafflist.ListForms;

/** {@code /api/v1/staff-lists/{list}/form}: the version of its form that a list was begun by and stays with. */
@Path("/staff-lists/{list}/form")
@Produces(MediaType.APPLICATION_JSON)
public class ListFormResource {
    /**
     * @param newerVersion in force today; null where it is the list's own
     * @param differences of the newer version
     */
    @JsonbNillable
    @JsonbPropertyOrder({"form", "newerVersion", "differences"})
    public record FormOfList(FormJson form, @Nullable Integer newerVersion, List<Difference> differences) {}

    /** A column that was added, removed or changed. */
    @JsonbPropertyOrder({"kind", "column", "label", "changes"})
    public record Difference(String kind, String column, String label, List<Change> changes) {
        static Difference of(FormDifference difference, boolean english) {
            return new Difference(
                    ApiIds.word(difference.kind()),
                    difference.column().key(),
                    english
                            ? difference.column().labelEn()
                            : difference.column().labelVi(),
                    difference.changes().stream().map(Change::of).toList());
        }
    }

    @JsonbPropertyOrder({"aspect", "before", "after"})
    public record Change(String aspect, String before, String after) {
        static Change of(FormDifference.Change change) {
            boolean ofWords = change.aspect() == Aspect.TYPE || change.aspect() == Aspect.SCOPE;
            return new Change(
                    ApiIds.word(change.aspect()),
                    ofWords ? ApiIds.word(change.before()) : change.before(),
                    ofWords ? ApiIds.word(change.after()) : change.after());
        }
    }

    @Inject
    private ListForms forms;

    @Inject
    private FormTemplates templates;

    @Inject
    private CurrentActor caller;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public FormOfList form(@PathParam("list") String list, @Context HttpHeaders headers) {
        Actor actor = caller.get();
        Locale language = ApiLanguage.of(headers);
        ListForm own = forms.of(actor, ApiIds.of(list));
        return new FormOfList(
                FormJson.of(own.form(), templates.offered(actor), language),
                own.isLeftBehind() ? own.newerVersion() : null,
                own.differences().stream()
                        .map(difference -> Difference.of(difference, language.equals(Locale.ENGLISH)))
                        .toList());
    }

    /** To fill in and send to this list. */
    @GET
    @Path("/workbook")
    @Produces(SentFile.XLSX)
    @NeedsScope(ApiScope.LISTS_READ)
    public byte[] workbook(@PathParam("list") String list) {
        return templates.workbook(caller.get(), ApiIds.of(list));
    }
}
