package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.StoredAlerts.Finding;

/** Hands what was found to whom it concerns, in the transaction of the step that found it. */
@ApplicationScoped
class AlertDesk {
    record Post(String name, long agencyId, Distances.Place place) {}

    @Inject
    private StoredAlerts stored;

    @Inject
    private CardQueries cards;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Sql sql;

    @Inject
    private Event<AccountsTold> told;

    Map<Long, Post> posts(Set<Long> ids) {
        Map<Long, Post> posts = new HashMap<>();
        InParts.of(
                List.copyOf(ids),
                (some, args) -> sql.list(
                        "SELECT p.id, p.name, p.agency_id, p.lat, p.lon, p.area_id, IFNULL(a.parent_id, 0) FROM"
                                + " verification_post p LEFT JOIN registry_area a ON a.id = p.area_id WHERE p.id IN "
                                + some,
                        row -> posts.put(
                                row.getLong(1),
                                new Post(
                                        row.getString(2),
                                        row.getLong(3),
                                        new Distances.Place(
                                                row.getLong(1),
                                                degrees(row.getBigDecimal(4)),
                                                degrees(row.getBigDecimal(5)),
                                                row.getLong(6),
                                                row.getLong(7)))),
                        args));
        return posts;
    }

    /** Once: what goes on with an alert that is open is told only to those whom it did not concern before. */
    void raise(Finding finding, Map<Long, Post> posts) {
        Set<Long> agencies = new TreeSet<>();
        for (long post : List.of(finding.postId(), finding.otherPostId())) {
            Post known = posts.get(post);
            if (known != null) {
                agencies.add(known.agencyId());
            }
        }
        if (finding.cardId() != 0) {
            CardView card = cards.of(Actor.PORTAL, List.of(finding.cardId())).get(finding.cardId());
            if (card != null) {
                agencies.add(card.agencyId());
            }
        }
        Optional<StoredAlerts.GoneOn> gone = stored.goOn(finding, agencies);
        PublicId alert = gone.map(StoredAlerts.GoneOn::alert).orElseGet(() -> stored.raise(finding, agencies));
        tell(finding, alert, gone.map(StoredAlerts.GoneOn::fresh).orElse(agencies), posts);
    }

    private void tell(Finding finding, PublicId alert, Set<Long> agencies, Map<Long, Post> posts) {
        Post post = posts.get(finding.postId());
        for (long agency : agencies) {
            List<Long> accounts = staff.withPermission(Actor.PORTAL, agency, Permission.WATCH_ALERTS);
            if (!accounts.isEmpty()) {
                told.fire(AccountsTold.of(
                        accounts,
                        finding.kind().told(),
                        "/health-office/alert?id=" + alert,
                        post == null ? "" : post.name()));
            }
        }
    }

    private static @Nullable Double degrees(@Nullable BigDecimal stored) {
        return stored == null ? null : stored.doubleValue();
    }
}
