package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.RequestBody;
import vn.khanhhoa.thecovid.platform.rest.SentFile;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ListFilter;
import vn.khanhhoa.thecovid.stafflist.ListForm;
import vn.khanhhoa.thecovid.stafflist.ListForms;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.ListNaming;
import vn.khanhhoa.thecovid.stafflist.ListSubmission;
import vn.khanhhoa.thecovid.stafflist.ListWarning;
import vn.khanhhoa.thecovid.stafflist.StaffListView;
import vn.khanhhoa.thecovid.stafflist.Uploading;

/** {@code /api/v1/staff-lists}: begun with or without rows, looked at, withdrawn. */
@Path("/staff-lists")
@Produces(MediaType.APPLICATION_JSON)
public class StaffListsResource {
    /** A page of lists; next is null on the last one. */
    @JsonbNillable
    @JsonbPropertyOrder({"total", "lists", "next"})
    public record Page(
            long total, List<ListJson> lists, @Nullable String next) {}

    /** A list that was begun, and the file that came with it. */
    @JsonbNillable
    @JsonbPropertyOrder({"list", "upload"})
    public record Begun(ListJson list, @Nullable UploadJson upload) {}

    /** @param entries how many were taken back */
    public record Withdrawn(int entries) {}

    @Inject
    private ListKeeping keeping;

    @Inject
    private ListNaming naming;

    @Inject
    private ListForms forms;

    @Inject
    private Uploading uploading;

    @Inject
    private ListSubmission submission;

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
            @QueryParam("stage") @DefaultValue("") String stage,
            @QueryParam("page") @DefaultValue("1") String page,
            @QueryParam("count") @DefaultValue("50") String count) {
        Actor actor = caller.get();
        ListFilter filter = new ListFilter("", ApiIds.choice("stage", ListFilter.Stage.class, stage));
        int size = ApiIds.count(count);
        int number = Math.max(1, Math.min(Integer.MAX_VALUE / size, ApiIds.number("page", page)));
        int first = (number - 1) * size;
        long total = naming.count(actor, filter);
        boolean more = first + size < total;
        Set<Long> busy = submission.busy(actor);
        Map<Long, List<ListWarning>> warnings = keeping.warnings(actor);
        Locale language = ApiLanguage.of(headers);
        return new Page(
                total,
                naming.find(actor, filter, first, size).stream()
                        .map(list -> busy.contains(list.listId())
                                ? ListJson.busy(list)
                                : ListJson.of(
                                        list,
                                        WarningJson.of(warnings.getOrDefault(list.listId(), List.of()), language)))
                        .toList(),
                more
                        ? "/api/v1/staff-lists?page=" + (number + 1) + "&count=" + size
                                + (stage.isEmpty() ? "" : "&stage=" + stage)
                        : null);
    }

    /** JSON: form, name, details and rows or none. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response begin(InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, SentFile.LARGEST);
        SentList sent = SentList.of(bytes);
        return begin(sent, "list.json", bytes);
    }

    /** A workbook or a CSV file; form and name stand in the address. */
    @POST
    @Consumes({SentFile.XLSX, SentFile.XLS, SentFile.CSV, SentFile.ANY})
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response begin(
            InputStream body,
            @QueryParam("form") @DefaultValue("") String form,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("fileName") @Nullable String fileName)
            throws IOException {
        byte[] bytes = RequestBody.read(body, SentFile.LARGEST);
        return begin(new SentList(form, name, Map.of(), true), SentFile.name(fileName, headers.getMediaType()), bytes);
    }

    private Response begin(SentList sent, String fileName, byte[] body) {
        Actor actor = caller.get();
        return calls.once(body, () -> {
            PublicId list = keeping.begin(actor, sent.form(), sent.name());
            if (!sent.details().isEmpty()) {
                DetailsJson.answer(forms, actor, list, sent.details());
            }
            UploadJson upload = sent.hasRows()
                    ? UploadJson.of(
                            uploading.upload(actor, list, uploading.receive(actor, list, fileName, body)),
                            Optional.empty(),
                            ApiLanguage.of(headers))
                    : null;
            StaffListView view = keeping.view(actor, list);
            ListJson begun = sent.hasRows() ? ListJson.busy(view) : ListJson.of(view, List.of());
            return ApiAnswer.of(sent.hasRows() ? 202 : 201, new Begun(begun, upload))
                    .with(HttpHeaders.LOCATION, ListJson.PATH + list);
        });
    }

    @GET
    @Path("/{list}")
    @NeedsScope(ApiScope.LISTS_READ)
    public Response one(@PathParam("list") String id, @Context Request request) {
        Actor actor = caller.get();
        StaffListView list = keeping.view(actor, ApiIds.of(id));
        EntityTag tag = EntityTag.valueOf(ListTag.of(list, keeping.revision(actor, list.id())));
        if (submission.isBusy(actor, list.id())) {
            return Response.ok(ListJson.busy(list)).tag(tag).build();
        }
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.ok(ListJson.of(list, warnings(actor, list.id()), submission.stopped(actor, list.id())))
                        .tag(tag)
                        .build();
    }

    private List<WarningJson> warnings(Actor actor, PublicId list) {
        Locale language = ApiLanguage.of(headers);
        List<WarningJson> warnings = new ArrayList<>(WarningJson.of(keeping.warnings(actor, list), language));
        ListForm form = forms.of(actor, list);
        int people = keeping.people(actor, list);
        if (form.isMoreThanExpected(people)) {
            warnings.add(WarningJson.ofEvent(people, form.expected(), language));
        }
        return warnings;
    }

    /** Withdraws it: what is decided stays. */
    @DELETE
    @Path("/{list}")
    @NeedsScope(ApiScope.LISTS_SUBMIT)
    public Response withdraw(
            @PathParam("list") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        return calls.once(new byte[0], () -> {
            StaffListView held = keeping.held(actor, list);
            ListTag.require(ifMatch, ListTag.of(held, keeping.revision(actor, list)));
            return ApiAnswer.of(200, new Withdrawn(keeping.withdraw(actor, list)));
        });
    }
}
