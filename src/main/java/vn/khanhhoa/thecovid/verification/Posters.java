package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.PosterOrder;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The posters of posts. Each has a code that nobody can guess and that counts for some time: who took a picture of one cannot check in
 * from home for ever. The next one leaves that before it a day, so that it can be put up.
 */
@UseCase
public class Posters {
    public static final int USUAL_DAYS = 30;
    private static final int LEAST_DAYS = 1;
    private static final int MOST_DAYS = 366;
    private static final Duration TO_CHANGE = Duration.ofDays(1);

    @Inject
    private StoredPosts posts;

    @Inject
    private StoredPosters stored;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Empty where none was made yet. */
    @Requires(Permission.KEEP_POSTS)
    public Optional<PosterView> newest(Actor actor, PublicId id) {
        return stored.newest(post(actor, id).number()).map(StoredPosters.Stored::view);
    }

    /** Another code from now on. @param days for how long it counts */
    @Requires(Permission.KEEP_POSTS)
    public void renew(Actor actor, PublicId id, int days) {
        PostView post = post(actor, id);
        if (days < LEAST_DAYS || days > MOST_DAYS) {
            throw new RuleViolation("verification.poster-days", LEAST_DAYS, MOST_DAYS);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        stored.add(
                post.number(),
                actor.accountId(),
                now,
                LocalDate.now(clock)
                        .plusDays(days + 1L)
                        .atStartOfDay(PortalClock.ZONE)
                        .toInstant(),
                now.plus(TO_CHANGE));
        trail.fire(new Posts.PostChanged(
                actor.accountId(), "verification.poster-made", id, Map.of("days", String.valueOf(days))));
    }

    /** What is printed. @param address of the page for check-ins, behind which the code is put */
    @Requires(Permission.KEEP_POSTS)
    public PosterOrder order(Actor actor, PublicId id, String address, Locale language) {
        PostView post = post(actor, id);
        StoredPosters.Stored newest = stored.newest(post.number())
                .filter(poster -> !poster.view().isOver(clock.instant()))
                .orElseThrow(NotFound::new);
        return new PosterOrder(
                post.name(),
                post.form().address(),
                address + newest.code(),
                LocalDate.ofInstant(newest.view().validTo(), PortalClock.ZONE).minusDays(1),
                post.agencyId(),
                language);
    }

    private PostView post(Actor actor, PublicId id) {
        return posts.find(actor.agencyId(), id).orElseThrow(NotFound::new);
    }
}
