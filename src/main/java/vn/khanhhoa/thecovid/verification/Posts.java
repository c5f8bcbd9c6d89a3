package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.ActivityView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.OpeningHours;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The posts of an agency, which its head keeps: what they are, what people come for, and when they are open. A post that is closed stays,
 * and is opened again within a minute.
 */
@UseCase
public class Posts {
    private static final int MOST_TURNS = 20;
    private static final int MOST_DAYS = 92;
    private static final Duration FARTHEST = Duration.ofDays(366);

    record PostChanged(long actorId, String action, PublicId post, Map<String, String> details)
            implements AuditedEvent {
        @Override
        public String subjectKind() {
            return "post";
        }

        @Override
        public String subjectId() {
            return post.toString();
        }
    }

    /** Now. @param changes the next moment at which it opens or closes; none where none is known */
    public record Openness(
            boolean kept, boolean open, @Nullable Instant changes) {}

    /** @param devices that are not shut out */
    public record Line(PostView post, Openness openness, int devices) {}

    @Inject
    private StoredPosts stored;

    @Inject
    private StoredPostTimes times;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** By name. */
    @Requires(Permission.KEEP_POSTS)
    public List<Line> list(Actor actor, PostFilter filter, int first, int count) {
        List<PostView> found = stored.list(actor.agencyId(), filter, first, count);
        List<Long> numbers = found.stream().map(PostView::number).toList();
        Map<Long, PostTimes> open = times.of(numbers);
        Map<Long, Integer> devices = devices(numbers);
        return found.stream()
                .map(post -> new Line(
                        post,
                        openness(Objects.requireNonNull(open.get(post.number()))),
                        devices.getOrDefault(post.number(), 0)))
                .toList();
    }

    private Map<Long, Integer> devices(List<Long> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : sql
                        .list(
                                "SELECT post_id, COUNT(*) FROM verification_device WHERE shut_out_at IS NULL AND post_id IN ("
                                        + Sql.marks(numbers.size()) + ") GROUP BY post_id",
                                row -> Map.entry(row.getLong(1), row.getInt(2)),
                                numbers.toArray())
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Requires(Permission.KEEP_POSTS)
    public long count(Actor actor, PostFilter filter) {
        return stored.count(actor.agencyId(), filter);
    }

    @Requires(Permission.KEEP_POSTS)
    public PostView view(Actor actor, PublicId id) {
        return stored.find(actor.agencyId(), id).orElseThrow(NotFound::new);
    }

    @Requires(Permission.KEEP_POSTS)
    public Openness openness(Actor actor, PublicId id) {
        return openness(times.of(view(actor, id).number()));
    }

    private Openness openness(PostTimes of) {
        Instant now = clock.instant();
        return new Openness(of.isKept(now), of.isOpen(now), of.changes(now).orElse(null));
    }

    /** Opened and closed, the last first. */
    @Requires(Permission.KEEP_POSTS)
    public List<PostTurn> turns(Actor actor, PublicId id) {
        return times.turns(view(actor, id).number(), MOST_TURNS);
    }

    @Requires(Permission.KEEP_POSTS)
    public Timetable timetable(Actor actor, PublicId id) {
        return times.timetable(view(actor, id).number());
    }

    /** Open from now on. */
    @Requires(Permission.KEEP_POSTS)
    public PublicId add(Actor actor, PostForm typed) {
        PostView post = stored.add(actor, checked(typed));
        times.addTurn(actor, post.number(), now(), true);
        tell(actor, post.id(), "verification.post-added", Map.of());
        return post.id();
    }

    /** @param version that was seen */
    @Requires(Permission.KEEP_POSTS)
    public void change(Actor actor, PublicId id, int version, PostForm typed) {
        PostView post = view(actor, id);
        if (!stored.change(post.number(), version, checked(typed))) {
            throw new RuleViolation("platform.changed-meanwhile");
        }
        tell(actor, id, "verification.post-changed", Map.of());
    }

    private PostForm checked(PostForm typed) {
        PostForm form = typed.checked();
        LocalDate today = LocalDate.now(clock);
        Set<Long> areas = catalogue.areas(today).stream().map(area -> area.id()).collect(Collectors.toSet());
        if (!areas.contains(form.areaId())) {
            throw new RuleViolation("verification.post-area-missing");
        }
        if (form.beyondId() != 0 && !areas.contains(form.beyondId())) {
            throw new RuleViolation("verification.post-beyond-unknown");
        }
        Set<String> known =
                catalogue.activities(today).stream().map(ActivityView::code).collect(Collectors.toSet());
        form.activities().stream()
                .filter(code -> !known.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new RuleViolation("verification.post-activity-unknown", code);
                });
        return form;
    }

    /** From a moment on, or from now where none is given. */
    @Requires(Permission.KEEP_POSTS)
    public void open(Actor actor, PublicId id, @Nullable Instant from) {
        turn(actor, id, from, true);
    }

    @Requires(Permission.KEEP_POSTS)
    public void close(Actor actor, PublicId id, @Nullable Instant from) {
        turn(actor, id, from, false);
    }

    private void turn(Actor actor, PublicId id, @Nullable Instant from, boolean opens) {
        PostView post = view(actor, id);
        Instant now = now();
        Instant at = from == null ? now : from;
        if (at.isBefore(now.minus(Duration.ofMinutes(1))) || at.isAfter(now.plus(FARTHEST))) {
            throw new RuleViolation("verification.post-turn-time");
        }
        if (times.of(post.number()).isKept(at) == opens) {
            throw new RuleViolation(opens ? "verification.post-open-already" : "verification.post-closed-already");
        }
        times.addTurn(actor, post.number(), at, opens);
        tell(actor, id, opens ? "verification.post-opened" : "verification.post-closed", Map.of("from", at.toString()));
    }

    /** Takes back what was to come. */
    @Requires(Permission.KEEP_POSTS)
    public void dropTurn(Actor actor, PublicId id, long turn) {
        if (!times.dropTurn(view(actor, id).number(), turn)) {
            throw new RuleViolation("verification.post-turn-come");
        }
        tell(actor, id, "verification.post-turn-dropped", Map.of());
    }

    /** @param typed hours of seven days, Monday first; seven empty ones for around the clock */
    @Requires(Permission.KEEP_POSTS)
    public void setWeek(Actor actor, PublicId id, List<String> typed) {
        List<String> week = typed.stream().map(OpeningHours::written).toList();
        boolean always = week.stream().allMatch(String::isEmpty);
        times.setWeek(view(actor, id).number(), always ? List.of() : week);
        tell(actor, id, "verification.post-hours-set", Map.of());
    }

    /** @param typed empty for closed */
    @Requires(Permission.KEEP_POSTS)
    public void setDays(Actor actor, PublicId id, LocalDate from, LocalDate to, String typed) {
        requireDays(from, to);
        times.setDays(view(actor, id).number(), from, to, OpeningHours.written(typed));
        tell(actor, id, "verification.post-hours-set", Map.of("from", from.toString()));
    }

    @Requires(Permission.KEEP_POSTS)
    public void removeDays(Actor actor, PublicId id, LocalDate from, LocalDate to) {
        requireDays(from, to);
        times.removeDays(view(actor, id).number(), from, to);
        tell(actor, id, "verification.post-hours-set", Map.of("from", from.toString()));
    }

    private void requireDays(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.isBefore(LocalDate.now(clock)) || to.isAfter(from.plusDays(MOST_DAYS - 1))) {
            throw new RuleViolation("verification.post-days", MOST_DAYS);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void tell(Actor actor, PublicId post, String action, Map<String, String> details) {
        trail.fire(new PostChanged(actor.accountId(), action, post, details));
    }
}
