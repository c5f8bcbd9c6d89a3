package vn.khanhhoa.thecovid.eligibility.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BadRequestException;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.eligibility.FacilityView;
import vn.khanhhoa.thecovid.eligibility.ImportRowView;
import vn.khanhhoa.thecovid.eligibility.ImportView;
import vn.khanhhoa.thecovid.eligibility.RecordImports;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.eligibility.WithdrawalForeseen;
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiFault;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.platform.rest.RequestBody;
import vn.khanhhoa.thecovid.platform.rest.RequestJson;
import vn.khanhhoa.thecovid.platform.rest.SentFile;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** {@code /api/v1/sources/{source}/imports}: records into a source, the account of their rows, and their withdrawal. */
@Path("/sources/{source}/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {
    private static final int LARGEST_BUNDLE = 4 << 20;
    private static final int LARGEST_WITHDRAWAL = 16 << 10;

    /** The newest fifty. */
    public record Imports(List<ImportJson> imports) {}

    /** Rows with something wrong, in the order of the file; next is null on the last page. */
    @JsonbNillable
    @JsonbPropertyOrder({"rows", "next"})
    public record Page(List<ImportJson.Row> rows, @Nullable String next) {}

    /** What withdrawing would do. */
    @JsonbPropertyOrder({"ending", "returning", "replaced", "kept"})
    public record Foreseen(int ending, int returning, int replaced, int kept) {}

    @Inject
    private SourceKeeping keeping;

    @Inject
    private RecordImports imports;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private HttpHeaders headers;

    @GET
    @NeedsScope(ApiScope.IMPORTS_READ)
    public Imports all(@PathParam("source") String code) {
        Actor actor = caller.get();
        Locale language = ApiLanguage.of(headers);
        return new Imports(imports.imports(actor, keeping.own(actor, code).publicId()).stream()
                .map(each -> ImportJson.of(each, language))
                .toList());
    }

    /** What it is, is seen from its content; a job reads it. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, SentFile.XLSX, SentFile.XLS, SentFile.CSV, SentFile.ANY})
    @NeedsScope(ApiScope.RECORDS_WRITE)
    public Response send(
            @PathParam("source") String code,
            InputStream body,
            @QueryParam("facility") @DefaultValue("") String facility,
            @QueryParam("convertOldFont") @DefaultValue("false") String convertOldFont,
            @QueryParam("fileName") @Nullable String fileName)
            throws IOException {
        Actor actor = caller.get();
        MediaType type = headers.getMediaType();
        byte[] bytes = RequestBody.read(body, SentFile.LARGEST);
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(type)) {
            RequestJson.requireObject(bytes);
        }
        boolean convert = isTrue("convertOldFont", convertOldFont);
        return calls.once(bytes, () -> {
            PublicId source = keeping.own(actor, code).publicId();
            RecordImports.Received received = imports.receive(
                    actor, source, facility(actor, source, facility), SentFile.name(fileName, type), bytes, convert);
            return answer(actor, code, received);
        });
    }

    /** A bundle of FHIR R4; what is wrong with it is named by entry and element, and then nothing of it is taken. */
    @POST
    @Consumes(SentFile.FHIR)
    @NeedsScope(ApiScope.RECORDS_WRITE)
    public Response sendBundle(
            @PathParam("source") String code,
            InputStream body,
            @QueryParam("facility") @DefaultValue("") String facility,
            @QueryParam("fileName") @Nullable String fileName)
            throws IOException {
        Actor actor = caller.get();
        MediaType type = headers.getMediaType();
        byte[] bytes = RequestBody.read(body, LARGEST_BUNDLE);
        RequestJson.requireObject(bytes);
        return calls.once(bytes, () -> {
            PublicId source = keeping.own(actor, code).publicId();
            RecordImports.BundleReceived bundle = imports.receiveBundle(
                    actor, source, facility(actor, source, facility), SentFile.name(fileName, type), bytes);
            return answer(
                    actor,
                    code,
                    bundle.received()
                            .orElseThrow(() -> new ApiRefusal(
                                    422,
                                    "eligibility.fhir-wrong",
                                    bundle.faults().stream()
                                            .map(fault -> new ApiFault(fault.path(), fault.key(), fault.args()))
                                            .toList())));
        });
    }

    private ApiAnswer answer(Actor actor, String code, RecordImports.Received received) {
        return ApiAnswer.of(
                        received.known() ? 200 : 202,
                        ImportJson.of(imports.view(actor, received.id()), ApiLanguage.of(headers)))
                .with(HttpHeaders.LOCATION, path(code) + "/" + received.id());
    }

    private static boolean isTrue(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ApiRefusal(400, "platform.no-such-value", text, name);
        };
    }

    private Optional<PublicId> facility(Actor actor, PublicId source, String code) {
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(keeping.facilities(actor, source).stream()
                        .filter(each -> each.code().equals(code))
                        .map(FacilityView::publicId)
                        .findFirst()
                        .orElseThrow(() -> new RuleViolation("eligibility.facility-code-unknown", code)));
    }

    /** As it stands in addresses: codes have no letter that would have to be written otherwise. */
    private static String path(String code) {
        return "/api/v1/sources/" + code + "/imports";
    }

    @GET
    @Path("/{import}")
    @NeedsScope(ApiScope.IMPORTS_READ)
    public ImportJson one(@PathParam("source") String code, @PathParam("import") String id) {
        return ImportJson.of(view(code, id), ApiLanguage.of(headers));
    }

    /** Of this source: under another one it does not exist. */
    private ImportView view(String code, String id) {
        Actor actor = caller.get();
        SourceView source = keeping.own(actor, code);
        ImportView view = imports.view(actor, ApiIds.of(id));
        if (!view.sourceId().equals(source.publicId())) {
            throw new NotFound();
        }
        return view;
    }

    @GET
    @Path("/{import}/rows")
    @NeedsScope(ApiScope.IMPORTS_READ)
    public Page rows(
            @PathParam("source") String code,
            @PathParam("import") String id,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("count") @DefaultValue("100") String count) {
        ImportView view = view(code, id);
        int size = ApiIds.count(count);
        List<ImportRowView> found = imports.rowsAfter(caller.get(), view.id(), ApiIds.number("after", after), size + 1);
        List<ImportRowView> shown = found.subList(0, Math.min(size, found.size()));
        Locale language = ApiLanguage.of(headers);
        Optional<SourceKind> kind =
                Optional.of(keeping.own(caller.get(), code).kind()).filter(any -> view.bundle());
        return new Page(
                shown.stream()
                        .map(row -> ImportJson.Row.of(row, kind, language))
                        .toList(),
                found.size() <= size
                        ? null
                        : path(code) + "/" + view.id() + "/rows?count=" + size + "&after="
                                + shown.get(size - 1).row());
    }

    @GET
    @Path("/{import}/withdrawal")
    @NeedsScope(ApiScope.IMPORTS_READ)
    public Foreseen foresee(@PathParam("source") String code, @PathParam("import") String id) {
        WithdrawalForeseen foreseen =
                imports.foresee(caller.get(), view(code, id).id());
        return new Foreseen(foreseen.ending(), foreseen.returning(), foreseen.replaced(), foreseen.kept());
    }

    /** Of what the caller was told: where it is not so any more, nothing is done. */
    @POST
    @Path("/{import}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.RECORDS_WRITE)
    public Response withdraw(@PathParam("source") String code, @PathParam("import") String id, InputStream body)
            throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_WITHDRAWAL);
        String reason = RequestJson.text(bytes, "reason");
        WithdrawalForeseen seen = seen(bytes);
        return calls.once(bytes, () -> {
            PublicId known = view(code, id).id();
            imports.withdraw(caller.get(), known, seen, reason);
            return ApiAnswer.of(200, ImportJson.of(imports.view(caller.get(), known), ApiLanguage.of(headers)));
        });
    }

    private static WithdrawalForeseen seen(byte[] bytes) {
        if (!(RequestJson.parse(bytes) instanceof JsonObject sent)) {
            throw new BadRequestException();
        }
        return new WithdrawalForeseen(number(sent, "ending"), number(sent, "returning"), number(sent, "replaced"), 0);
    }

    private static int number(JsonObject sent, String member) {
        if (sent.get(member) instanceof JsonNumber number && number.isIntegral()) {
            return number.intValue();
        }
        throw new ApiRefusal(400, "platform.wrong-member", member);
    }
}
