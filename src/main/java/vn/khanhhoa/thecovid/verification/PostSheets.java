package vn.khanhhoa.thecovid.verification;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.SheetSigning;
import vn.khanhhoa.thecovid.eligibility.RulesOfPlaces;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.ActivityView;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/**
 * What a device has to know of its post to check cards without a network: what holds there and what will, which papers count, what
 * to do when it knows too little. Signed, and without personal data.
 */
@UseCase
public class PostSheets {
    /** As long as the status list, without which it says little. */
    private static final Duration GOOD_FOR = Duration.ofHours(48);

    /** What a device is told. */
    public sealed interface Outcome {}

    /** @param signed as a CWT */
    public record Sheet(byte[] signed) implements Outcome {}

    /** Its agency has not said where it is. */
    public record NoPost() implements Outcome {}

    @Inject
    private StoredStays stays;

    @Inject
    private Devices devices;

    @Inject
    private StoredPosts posts;

    @Inject
    private StoredPostTimes times;

    @Inject
    private PostPapers papers;

    @Inject
    private CodeSystems codes;

    @Inject
    private RulesOfPlaces rules;

    @Inject
    private SheetSigning signing;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "portal.hotline")
    private Optional<String> hotline;

    /** Empty for who shows no secret of a device, or that of one that was shut out. From then on it is there, and nowhere else. */
    @Requires(Permission.ANYONE)
    public Optional<Outcome> sheet(String secret) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return devices.known(secret).map(device -> {
            stays.told(device.id(), device.post());
            return device.post() == 0
                    ? new NoPost()
                    : new Sheet(signing.signed(Actor.PORTAL, json(device), now, GOOD_FOR));
        });
    }

    private String json(Devices.Known device) {
        Instant now = clock.instant();
        PostView post = posts.find(device.post()).orElseThrow();
        PostForm form = post.form();
        return Json.createObjectBuilder()
                .add("post", post(post, now))
                .add(
                        "device",
                        Json.createObjectBuilder()
                                .add("id", device.publicId().toString())
                                .add("name", device.name()))
                .add("activities", activities(form))
                .add("names", names())
                .add("rules", SheetRules.of(form.activities(), rules.ahead(form.areaId(), form.beyondId(), GOOD_FOR)))
                .add("papers", papers(post))
                .add("staleAfterMinutes", form.staleMinutes())
                .add("fallback", words(form.fallbackVi(), form.fallbackEn()))
                .add("codes", codes())
                .add("scansPerCall", Scans.MOST)
                .add("serverTime", now.truncatedTo(ChronoUnit.MILLIS).toString())
                .build()
                .toString();
    }

    private JsonObjectBuilder post(PostView post, Instant now) {
        PostTimes open = times.of(post.number());
        Optional<AreaView> area = catalogue.area(post.form().areaId());
        Optional<AgencyView> agency = catalogue.agency(post.agencyId());
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", post.id().toString())
                .add("kind", post.kind().name())
                .add("name", post.name())
                .add(
                        "area",
                        Json.createObjectBuilder()
                                .add("code", area.map(AreaView::code).orElse(""))
                                .add(
                                        "name",
                                        area.map(AreaView::path)
                                                .filter(path -> !path.isEmpty())
                                                .or(() -> area.map(AreaView::name))
                                                .orElse("")))
                .add("address", post.form().address())
                .add("agency", agency.map(AgencyView::name).orElse(""))
                .add(
                        "hotline",
                        Stream.of(agency.map(AgencyView::hotline), hotline)
                                .flatMap(Optional::stream)
                                .filter(number -> !number.isBlank())
                                .findFirst()
                                .orElse(""))
                .add("open", open.isOpen(now));
        Optional<String> changes = open.changes(now).map(Instant::toString);
        moment(json, "opensAt", open.isOpen(now) ? Optional.empty() : changes);
        moment(json, "closesAt", open.isOpen(now) ? changes : Optional.empty());
        return json;
    }

    private static void moment(JsonObjectBuilder json, String name, Optional<String> moment) {
        moment.ifPresentOrElse(at -> json.add(name, at), () -> json.addNull(name));
    }

    private JsonArrayBuilder activities(PostForm form) {
        Map<String, ActivityView> known = catalogue.activities(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(ActivityView::code, Function.identity(), (one, other) -> one));
        JsonArrayBuilder activities = Json.createArrayBuilder();
        for (String code : form.activities()) {
            ActivityView activity = known.getOrDefault(code, new ActivityView(code, code, code, false));
            activities.add(words(activity.nameVi(), activity.nameEn()).add("code", code));
        }
        return activities;
    }

    /** Of all activities: a card names more than those of the post. */
    private JsonObjectBuilder names() {
        JsonObjectBuilder names = Json.createObjectBuilder();
        catalogue
                .activities(LocalDate.now(clock))
                .forEach(activity -> names.add(activity.code(), words(activity.nameVi(), activity.nameEn())));
        return names;
    }

    private JsonArrayBuilder papers(PostView post) {
        LocalDate today = LocalDate.now(clock);
        JsonArrayBuilder counting = Json.createArrayBuilder();
        papers.counting(post, today, today.plusDays(GOOD_FOR.toDays())).forEach(paper -> {
            JsonObjectBuilder json = words(paper.nameVi(), paper.nameEn())
                    .add("code", paper.code())
                    .add("from", paper.from().toString());
            moment(json, "to", Optional.ofNullable(paper.to()).map(LocalDate::toString));
            counting.add(json);
        });
        return counting;
    }

    private JsonArrayBuilder codes() {
        JsonArrayBuilder systems = Json.createArrayBuilder();
        codes.all()
                .forEach(system -> systems.add(words(system.nameVi(), system.nameEn())
                        .add("system", system.code())
                        .add("pattern", system.pattern())
                        .add("lookup", system.lookup())));
        return systems;
    }

    private static JsonObjectBuilder words(String vietnamese, String english) {
        return Json.createObjectBuilder().add("vi", vietnamese).add("en", english);
    }
}
