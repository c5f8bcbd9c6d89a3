package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The papers that still count beside the card, each for a time: of one post, or of all of an agency. */
@UseCase
public class PostPapers {
    private static final int LONGEST_NAME = 120;
    private static final int MOST = 30;
    private static final String OF_POST =
            "SELECT * FROM verification_post_paper WHERE agency_id = ? AND (post_id IS NULL OR post_id = ?)";

    @Inject
    private StoredPosts stored;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Of the post and of all: also those that are over, or still to come; the newest first. */
    @Requires(Permission.KEEP_POSTS)
    public List<PaperView> of(Actor actor, PublicId id) {
        PostView post = post(actor, id);
        return sql.list(
                OF_POST + " ORDER BY valid_from DESC, id DESC", PostPapers::view, post.agencyId(), post.number());
    }

    /** @param to none for until further notice @param nameEn empty where it has only the other name */
    @Requires(Permission.KEEP_POSTS)
    public void add(
            Actor actor,
            PublicId id,
            boolean everywhere,
            String nameVi,
            String nameEn,
            LocalDate from,
            @Nullable LocalDate to) {
        PostView post = post(actor, id);
        String vietnamese = OneLine.named(nameVi, LONGEST_NAME);
        String english = OneLine.named(nameEn, LONGEST_NAME);
        if (vietnamese.isEmpty()) {
            throw new RuleViolation("verification.paper-name-missing");
        }
        if (to != null && to.isBefore(from)) {
            throw new RuleViolation("verification.paper-days");
        }
        if (of(actor, id).stream()
                        .filter(paper -> paper.countsOn(LocalDate.now(clock)))
                        .count()
                >= MOST) {
            throw new RuleViolation("verification.paper-many", MOST);
        }
        long number = stored.ids().next();
        sql.update(
                "INSERT INTO verification_post_paper (id, agency_id, post_id, code, name_vi, name_en, valid_from, valid_to)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                post.agencyId(),
                everywhere ? null : post.number(),
                "P" + number,
                vietnamese,
                english.isEmpty() ? vietnamese : english,
                Date.valueOf(from),
                to == null ? null : Date.valueOf(to));
        tell(actor, id, "verification.paper-added");
    }

    /** From today on it no longer counts. */
    @Requires(Permission.KEEP_POSTS)
    public void end(Actor actor, PublicId id, String code) {
        PostView post = post(actor, id);
        Date today = Date.valueOf(LocalDate.now(clock));
        int ended = sql.update(
                "UPDATE verification_post_paper SET valid_to = DATE_SUB(GREATEST(?, valid_from), INTERVAL 1 DAY) WHERE code = ? AND"
                        + " agency_id = ? AND (post_id IS NULL OR post_id = ?) AND (valid_to IS NULL OR valid_to >="
                        + " GREATEST(?, valid_from))",
                today,
                code,
                post.agencyId(),
                post.number(),
                today);
        if (ended == 0) {
            throw new NotFound();
        }
        tell(actor, id, "verification.paper-ended");
    }

    /** What counts there from a day to a day, or some of it. */
    List<PaperView> counting(PostView post, LocalDate from, LocalDate to) {
        return sql.list(
                OF_POST + " AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY id",
                PostPapers::view,
                post.agencyId(),
                post.number(),
                Date.valueOf(to),
                Date.valueOf(from));
    }

    private PostView post(Actor actor, PublicId id) {
        return stored.find(actor.agencyId(), id).orElseThrow(NotFound::new);
    }

    private static PaperView view(ResultSet row) throws SQLException {
        return new PaperView(
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getLong("post_id") == 0);
    }

    private void tell(Actor actor, PublicId post, String action) {
        trail.fire(new Posts.PostChanged(actor.accountId(), action, post, Map.of()));
    }
}
