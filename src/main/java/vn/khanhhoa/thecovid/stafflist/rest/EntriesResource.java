package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;

/** {@code GET /api/v1/staff-lists/{list}/entries}: what was submitted and how it was decided. */
@Path("/staff-lists/{list}/entries")
@Produces(MediaType.APPLICATION_JSON)
public class EntriesResource {
    /** Entries in the order of the lines; next is null on the last page. */
    @JsonbNillable
    @JsonbPropertyOrder({"entries", "next"})
    public record Page(List<EntryJson> entries, @Nullable String next) {}

    @Inject
    private EntryReading reading;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor caller;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Page all(
            @PathParam("list") String id,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("count") @DefaultValue("100") int count) {
        PublicId list = ApiIds.of(id);
        int size = ApiIds.count(count);
        List<EntryReading.OwnEntry> entries =
                reading.after(caller.get(), list, wanted(state), ApiIds.after(after), size);
        String next = entries.size() < size
                ? null
                : ListJson.PATH + list + "/entries?count=" + size + (state.isEmpty() ? "" : "&state=" + state)
                        + "&after=" + entries.get(size - 1).entry().id();
        return new Page(
                entries.stream()
                        .map(own -> EntryJson.of(own, agency(own.entry().agencyId())))
                        .toList(),
                next);
    }

    private String agency(long id) {
        return catalogue.agency(id).map(AgencyView::name).orElse("");
    }

    private static Optional<EntryState> wanted(String state) {
        if (state.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(EntryState.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(state))
                .findFirst()
                .orElseThrow(() -> new ApiRefusal(400, "stafflist.no-such-state", state)));
    }
}
