package vn.khanhhoa.thecovid.verification.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.PostForm;
import vn.khanhhoa.thecovid.verification.PostKind;
import vn.khanhhoa.thecovid.verification.PostTurn;
import vn.khanhhoa.thecovid.verification.PostView;
import vn.khanhhoa.thecovid.verification.Posts;

/** One post: what it is, and whether it is open; without an id a new one. Its other parts have beans of their own. */
@Named
@RequestScoped
public class PostPage {
    @Inject
    private Posts posts;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private @Nullable PostView post;
    private Posts.@Nullable Openness openness;
    private int version;
    private String kind = PostKind.CHECKPOINT.name();
    private String name = "";
    private long areaId;
    private long beyondId;
    private String address = "";
    private String preset = "";
    private List<String> more = new ArrayList<>();
    private @Nullable Integer visitMinutes = PostForm.USUAL_VISIT;
    private @Nullable Integer staleMinutes = PostForm.USUAL_STALE;
    private String fallbackVi = "";
    private String fallbackEn = "";
    private @Nullable LocalDateTime turnAt;

    @PostConstruct
    void read() {
        if (isFresh()) {
            return;
        }
        PostView known = posts.view(actor.get(), parameters.id("id"));
        PostForm form = known.form();
        post = known;
        version = known.version();
        kind = form.kind().name();
        name = form.name();
        areaId = form.areaId();
        beyondId = form.beyondId();
        address = form.address();
        preset = form.activities().get(0);
        more = new ArrayList<>(form.activities().subList(1, form.activities().size()));
        visitMinutes = form.visitMinutes();
        staleMinutes = form.staleMinutes();
        fallbackVi = form.fallbackVi();
        fallbackEn = form.fallbackEn();
    }

    /** So that what is not there, or another agency's, is not found. */
    public void load() {
        isFresh();
    }

    public boolean isFresh() {
        return parameters.text("id").isEmpty();
    }

    public PostView getPost() {
        return Objects.requireNonNull(post);
    }

    private PublicId id() {
        return getPost().id();
    }

    private void again(String part) {
        messages.go(PostParts.address(id(), part));
    }

    public void save() {
        PostKind chosen = PostKind.valueOf(kind);
        List<String> activities = Stream.concat(Stream.of(preset), more.stream())
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        PostForm form = new PostForm(
                chosen,
                name,
                areaId,
                beyondId,
                address,
                activities.isEmpty() ? chosen.usual() : activities,
                Objects.requireNonNullElse(visitMinutes, PostForm.USUAL_VISIT),
                Objects.requireNonNullElse(staleMinutes, PostForm.USUAL_STALE),
                fallbackVi,
                fallbackEn);
        if (isFresh()) {
            PublicId added = posts.add(actor.get(), form);
            messages.success("verification.post-added");
            messages.go("/agency-head/post?id=" + added);
        } else {
            posts.change(actor.get(), id(), version, form);
            messages.success("verification.post-saved");
            again(PostParts.DETAILS);
        }
    }

    public Posts.Openness getOpenness() {
        Posts.Openness known = openness;
        if (known == null) {
            known = posts.openness(actor.get(), id());
            openness = known;
        }
        return known;
    }

    public List<PostTurn> getTurns() {
        return posts.turns(actor.get(), id());
    }

    public boolean isComing(PostTurn turn) {
        return turn.at().isAfter(clock.instant());
    }

    public void open() {
        posts.open(actor.get(), id(), moment());
        messages.success("verification.post-is-open");
        again(PostParts.OPENING);
    }

    public void close() {
        posts.close(actor.get(), id(), moment());
        messages.success("verification.post-is-closed");
        again(PostParts.OPENING);
    }

    private @Nullable Instant moment() {
        return turnAt == null ? null : turnAt.atZone(PortalClock.ZONE).toInstant();
    }

    public void dropTurn() {
        String turn = parameters.text("turns:drop");
        if (!turn.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        posts.dropTurn(actor.get(), id(), Long.parseLong(turn));
        messages.success("verification.post-turn-dropped");
        again(PostParts.OPENING);
    }

    public List<SelectItem> getKinds() {
        return Arrays.stream(PostKind.values())
                .map(each -> new SelectItem(each.name(), language.text(each.key())))
                .toList();
    }

    public List<SelectItem> getActivities() {
        return catalogue.activities(LocalDate.now(clock)).stream()
                .map(each -> new SelectItem(each.code(), language.of(each.nameVi(), each.nameEn())))
                .toList();
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String typed) {
        name = Objects.requireNonNullElse(typed, "");
    }

    public long getAreaId() {
        return areaId;
    }

    public void setAreaId(long areaId) {
        this.areaId = areaId;
    }

    public long getBeyondId() {
        return beyondId;
    }

    public void setBeyondId(long beyondId) {
        this.beyondId = beyondId;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String typed) {
        address = Objects.requireNonNullElse(typed, "");
    }

    public String getPreset() {
        return preset;
    }

    public void setPreset(@Nullable String chosen) {
        preset = Objects.requireNonNullElse(chosen, "");
    }

    public List<String> getMore() {
        return more;
    }

    public void setMore(@Nullable List<String> chosen) {
        more = chosen == null ? List.of() : List.copyOf(chosen);
    }

    public @Nullable Integer getVisitMinutes() {
        return visitMinutes;
    }

    public void setVisitMinutes(@Nullable Integer minutes) {
        visitMinutes = minutes;
    }

    public @Nullable Integer getStaleMinutes() {
        return staleMinutes;
    }

    public void setStaleMinutes(@Nullable Integer minutes) {
        staleMinutes = minutes;
    }

    public String getFallbackVi() {
        return fallbackVi;
    }

    public void setFallbackVi(@Nullable String typed) {
        fallbackVi = Objects.requireNonNullElse(typed, "");
    }

    public String getFallbackEn() {
        return fallbackEn;
    }

    public void setFallbackEn(@Nullable String typed) {
        fallbackEn = Objects.requireNonNullElse(typed, "");
    }

    public @Nullable LocalDateTime getTurnAt() {
        return turnAt;
    }

    public void setTurnAt(@Nullable LocalDateTime at) {
        turnAt = at;
    }
}
