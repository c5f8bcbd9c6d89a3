package vn.khanhhoa.thecovid.verification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardAtPost;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.platform.rest.RequestJson;
import vn.khanhhoa.thecovid.platform.rest.TooManyRequests;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.verification.PostLookups;
import vn.khanhhoa.thecovid.verification.PostSheets;
import vn.khanhhoa.thecovid.verification.Scans;

/** {@code /api/v1/post}: what a device of a post asks and tells. */
@ApplicationScoped
@Path("/post")
public class PostResource {
    private static final int LARGEST_BODY = 512 * 1024;
    private static final int LARGEST_QUESTION = 8 * 1024;
    private static final String CWT = "application/cwt";

    /** As much of a card as its own code tells, and how it stands. */
    @JsonbNillable
    @JsonbPropertyOrder({
        "number",
        "name",
        "birthYear",
        "idTail",
        "activities",
        "statusPlace",
        "validFrom",
        "validTo",
        "state",
        "level"
    })
    public record Card(
            String number,
            String name,
            int birthYear,
            String idTail,
            List<String> activities,
            long statusPlace,
            LocalDate validFrom,
            LocalDate validTo,
            String state,
            @Nullable String level) {
        static Card of(CardAtPost found, boolean early) {
            CardView card = found.card();
            return new Card(
                    card.number().toString(),
                    card.name(),
                    card.birthYear(),
                    card.lastFour(),
                    card.activities(),
                    found.place(),
                    card.validFrom(),
                    card.validTo(),
                    early ? "NOT_YET_VALID" : found.state().name(),
                    found.level().orElse(null));
        }
    }

    public record Found(Card card) {}

    @JsonbPropertyOrder({"organisation", "workplace", "agency", "validFrom", "validTo", "documentTail"})
    public record Details(
            String organisation,
            String workplace,
            String agency,
            LocalDate validFrom,
            LocalDate validTo,
            String documentTail) {}

    @JsonbPropertyOrder({"id", "code"})
    public record Refused(String id, String code) {}

    @JsonbPropertyOrder({"taken", "known", "refused"})
    public record Taken(int taken, int known, List<Refused> refused) {}

    @Inject
    private PostSheets sheets;

    @Inject
    private Scans scans;

    @Inject
    private PostLookups lookups;

    @GET
    @Path("/sheet")
    @Produces(CWT)
    public Response sheet(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (DeviceSecret.let(sheets.sheet(DeviceSecret.of(authorization))) instanceof PostSheets.Sheet sheet) {
            return answer(sheet.signed());
        }
        throw new RuleViolation("verification.device-without-post");
    }

    @POST
    @Path("/scans")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response scans(InputStream body, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization)
            throws IOException {
        Scans.Taken taken = DeviceSecret.let(
                scans.arrive(DeviceSecret.of(authorization), ScanJson.read(RequestJson.read(body, LARGEST_BODY))));
        return answer(new Taken(
                taken.taken(),
                taken.known(),
                taken.refused().stream()
                        .map(each -> new Refused(each.id(), each.code()))
                        .toList()));
    }

    @POST
    @Path("/lookups")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response look(InputStream body, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization)
            throws IOException {
        String secret = DeviceSecret.of(authorization);
        JsonObject asked = asked(body);
        PostLookups.Found found = (PostLookups.Found) found(DeviceSecret.let(
                asked.get("number") instanceof JsonString number
                        ? lookups.byNumber(secret, number.getString())
                        : lookups.byCode(secret, text(asked, "code"))));
        return answer(new Found(Card.of(found.card(), found.early())));
    }

    @POST
    @Path("/details")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response details(InputStream body, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization)
            throws IOException {
        String secret = DeviceSecret.of(authorization);
        JsonObject asked = asked(body);
        PostLookups.Details details = (PostLookups.Details)
                found(DeviceSecret.let(lookups.details(secret, text(asked, "number"), text(asked, "reason"))));
        CardView card = details.card().card();
        return answer(new Details(
                card.organisation(),
                card.workplace(),
                details.agency(),
                card.validFrom(),
                card.validTo(),
                card.lastFour()));
    }

    private static PostLookups.Outcome found(PostLookups.Outcome outcome) {
        if (outcome instanceof PostLookups.TooMany tooMany) {
            throw new TooManyRequests(tooMany.retryAfter());
        }
        if (outcome instanceof PostLookups.Nothing) {
            throw new NotFound();
        }
        if (outcome instanceof PostLookups.SomebodyElse) {
            throw new ApiRefusal(422, "verification.somebody-else");
        }
        return outcome;
    }

    private static JsonObject asked(InputStream body) throws IOException {
        return RequestJson.read(body, LARGEST_QUESTION) instanceof JsonObject object
                ? object
                : JsonObject.EMPTY_JSON_OBJECT;
    }

    private static String text(JsonObject asked, String member) {
        if (asked.get(member) instanceof JsonString text) {
            return text.getString();
        }
        throw new ApiRefusal(400, "platform.wrong-member", member);
    }

    private static Response answer(Object entity) {
        return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
