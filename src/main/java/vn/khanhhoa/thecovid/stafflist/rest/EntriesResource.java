package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.RequestBody;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Amending;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.EntryFilter;
import vn.khanhhoa.thecovid.stafflist.EntryKind;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.Withdrawing;

/** {@code /api/v1/staff-lists/{list}/entries}: what was submitted, how it was decided, who leaves, what is taken back. */
@Path("/staff-lists/{list}/entries")
@Produces(MediaType.APPLICATION_JSON)
public class EntriesResource {
    private static final int LARGEST_BODY = 64 * 1024;

    /** Entries in the order of the lines; next is null on the last page. */
    @JsonbNillable
    @JsonbPropertyOrder({"entries", "next"})
    public record Page(List<EntryJson> entries, @Nullable String next) {}

    /** An entry of which it was not done, and why. */
    @JsonbPropertyOrder({"entry", "code", "detail"})
    public record LeftOut(String entry, String code, String detail) {}

    /** Of how many entries it was done, and which were left out. */
    @JsonbPropertyOrder({"done", "leftOut"})
    public record Done(int done, List<LeftOut> leftOut) {}

    @Inject
    private EntryReading reading;

    @Inject
    private Amendments amendments;

    @Inject
    private Amending amending;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private HttpHeaders headers;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Page all(
            @PathParam("list") String id,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("after") @Nullable String after,
            @QueryParam("count") @DefaultValue("100") String count) {
        PublicId list = ApiIds.of(id);
        int size = ApiIds.count(count);
        EntryFilter filter = new EntryFilter(
                ApiIds.choice("state", EntryState.class, state), ApiIds.choice("kind", EntryKind.class, kind), "");
        List<EntryReading.OwnEntry> entries = reading.after(caller.get(), list, filter, ApiIds.after(after), size);
        String next = entries.size() < size
                ? null
                : ListJson.PATH + list + "/entries?count=" + size + (state.isEmpty() ? "" : "&state=" + state)
                        + (kind.isEmpty() ? "" : "&kind=" + kind)
                        + "&after=" + entries.get(size - 1).entry().id();
        return new Page(entries.stream().map(this::json).toList(), next);
    }

    @GET
    @Path("/{entry}")
    @NeedsScope(ApiScope.LISTS_READ)
    public EntryInFull one(@PathParam("list") String list, @PathParam("entry") String id) {
        Actor actor = caller.get();
        EntryReading.OwnEntry own = reading.one(actor, ApiIds.of(list), ApiIds.of(id));
        PublicId entry = own.entry().id();
        return EntryInFull.of(
                json(own),
                own.entry(),
                amendments.own(actor, entry),
                amending.prepared(actor, entry),
                ApiLanguage.of(headers));
    }

    /** People stop working here: amendments, sent with the list. */
    @POST
    @Path("/leave")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response leave(@PathParam("list") String id, InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        List<PublicId> entries = SentRows.entries(bytes);
        LocalDate from = SentRows.day(bytes, "from");
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return done(bytes, () -> amending.leave(actor, list, entries, from));
    }

    /** What was prepared for entries and not sent yet is dropped. */
    @POST
    @Path("/drop")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response drop(@PathParam("list") String id, InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        List<PublicId> entries = SentRows.entries(bytes);
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return done(bytes, () -> amending.keep(actor, list, entries));
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_SUBMIT)
    public Response withdraw(@PathParam("list") String id, InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        List<PublicId> entries = SentRows.entries(bytes);
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return done(bytes, () -> withdrawing.withdraw(actor, list, entries));
    }

    private Response done(byte[] body, Supplier<Amending.Result> act) {
        Locale language = ApiLanguage.of(headers);
        return calls.once(body, () -> {
            Amending.Result result = act.get();
            return ApiAnswer.of(
                    200,
                    new Done(
                            result.done(),
                            result.leftOut().stream()
                                    .map(left -> new LeftOut(
                                            left.entry().toString(), left.code(), Texts.get(language, left.code())))
                                    .toList()));
        });
    }

    private EntryJson json(EntryReading.OwnEntry own) {
        return EntryJson.of(
                own,
                catalogue
                        .agency(own.entry().toldAgencyId())
                        .map(AgencyView::name)
                        .orElse(""));
    }
}
