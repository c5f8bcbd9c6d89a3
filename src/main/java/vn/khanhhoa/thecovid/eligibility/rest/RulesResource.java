package vn.khanhhoa.thecovid.eligibility.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.ActivityRule;
import vn.khanhhoa.thecovid.eligibility.PlaceRules;
import vn.khanhhoa.thecovid.eligibility.RulesOfPlaces;
import vn.khanhhoa.thecovid.eligibility.ScenarioOrderView;
import vn.khanhhoa.thecovid.eligibility.ScenarioPlace;
import vn.khanhhoa.thecovid.eligibility.ScenarioTurn;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixCell;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixCondition;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.shared.NotFound;

/**
 * {@code GET /api/v1/rules}: which scenario is in force where, and what changed when; {@code GET /api/v1/rules/{place}}: what people may
 * do there.
 */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {
    private static final int FRESH_SECONDS = 60;

    @JsonbPropertyOrder({"code", "name", "level", "within"})
    public record Place(
            String code,
            String name,
            String level,
            @Nullable String within) {}

    /** @param place code of that for which it was ordered */
    @JsonbPropertyOrder({"scenario", "name", "place", "from", "until", "document", "signed", "endDocument", "endSigned"
    })
    public record Order(
            String scenario,
            String name,
            String place,
            Instant from,
            @Nullable Instant until,
            String document,
            LocalDate signed,
            @Nullable String endDocument,
            @Nullable LocalDate endSigned) {}

    @JsonbPropertyOrder({"place", "own", "order"})
    public record Held(Place place, boolean own, @Nullable Order order) {}

    @JsonbPropertyOrder({"at", "begins", "order"})
    public record Turn(Instant at, boolean begins, Order order) {}

    @JsonbPropertyOrder({"asOf", "places", "changes"})
    public record Overview(Instant asOf, List<Held> places, List<Turn> changes) {}

    @JsonbPropertyOrder({"allowed", "needs"})
    public record Part(boolean allowed, List<String> needs) {}

    /** @param levels by code of the level */
    @JsonbPropertyOrder({"activity", "capacityPercent", "maxPeople", "note", "levels"})
    public record Rule(
            String activity,
            @Nullable Integer capacityPercent,
            @Nullable Integer maxPeople,
            @Nullable String note,
            Map<String, Part> levels) {}

    @JsonbPropertyOrder({"asOf", "place", "origin", "order", "changesAt", "next", "matrixDocument", "activities"})
    public record Answer(
            Instant asOf,
            Place place,
            @Nullable Place origin,
            @Nullable Order order,
            @Nullable Instant changesAt,
            @Nullable Order next,
            @Nullable String matrixDocument,
            List<Rule> activities) {}

    @Inject
    private RulesOfPlaces rules;

    @GET
    public Response all(@Context HttpHeaders headers) {
        Locale language = ApiLanguage.of(headers);
        return fresh(
                new Overview(
                        rules.asOf(),
                        rules.held().stream()
                                .map(each ->
                                        new Held(place(each.place()), each.own(), orderOrNone(each.order(), language)))
                                .toList(),
                        rules.turns().stream()
                                .map((ScenarioTurn turn) ->
                                        new Turn(turn.at(), turn.begins(), order(turn.order(), language)))
                                .toList()),
                language);
    }

    private static Response fresh(Object answer, Locale language) {
        CacheControl fresh = new CacheControl();
        fresh.setNoTransform(false);
        fresh.setMaxAge(FRESH_SECONDS);
        return Response.ok(answer)
                .cacheControl(fresh)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .build();
    }

    /** @param from code of where a journey begins that ends at the place */
    @GET
    @Path("/{place}")
    public Response one(
            @PathParam("place") String code, @QueryParam("from") @Nullable String from, @Context HttpHeaders headers) {
        Locale language = ApiLanguage.of(headers);
        Optional<PlaceRules> found = from == null ? rules.at(code) : rules.ofJourney(from, code);
        PlaceRules here = found.orElseThrow(NotFound::new);
        return fresh(
                new Answer(
                        rules.asOf(),
                        place(here.place()),
                        here.origin() == null ? null : place(here.origin()),
                        orderOrNone(here.order(), language),
                        here.changes(),
                        orderOrNone(here.next(), language),
                        here.matrix() == null ? null : here.matrix().document(),
                        here.activities().stream()
                                .map(each -> rule(each, here.levels(), language))
                                .toList()),
                language);
    }

    private static Place place(ScenarioPlace place) {
        return new Place(
                place.code(),
                place.name(),
                place.level().name().toLowerCase(Locale.ROOT),
                place.path().contains(", ")
                        ? place.path().substring(place.path().indexOf(", ") + 2)
                        : null);
    }

    private static @Nullable Order orderOrNone(@Nullable ScenarioOrderView order, Locale language) {
        return order == null ? null : order(order, language);
    }

    private static Order order(ScenarioOrderView order, Locale language) {
        return new Order(
                order.scenario().code(),
                order.scenario().name(language),
                order.place().code(),
                order.from(),
                order.until(),
                order.document(),
                order.documentDay(),
                order.endDocument().isEmpty() ? null : order.endDocument(),
                order.endDay());
    }

    private static Rule rule(ActivityRule rule, List<String> levels, Locale language) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            MatrixCell.Part part = rule.cell().parts().get(i);
            parts.put(
                    levels.get(i),
                    new Part(
                            part.allowed(),
                            part.needs().stream().map(RulesResource::code).toList()));
        }
        String note = rule.row().note(language);
        return new Rule(
                rule.row().activity(),
                rule.cell().capacity() == 0 ? null : rule.cell().capacity(),
                rule.cell().maxPeople() == 0 ? null : rule.cell().maxPeople(),
                note.isEmpty() ? null : note,
                parts);
    }

    private static String code(MatrixCondition condition) {
        return condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
