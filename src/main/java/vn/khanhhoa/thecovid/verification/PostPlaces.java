package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Where posts are, by coordinates as maps write them: what tells how far apart two of them are. */
@UseCase
public class PostPlaces {
    private static final Pattern WRITTEN =
            Pattern.compile("\\s*(\\d{1,2}(?:\\.\\d{1,9})?)\\s*[,;]?\\s+(\\d{3}(?:\\.\\d{1,9})?)\\s*");
    /** Of the country with its islands, so that what is turned around is not taken. */
    private static final int SOUTH = 6;

    private static final int NORTH = 24;
    private static final int WEST = 102;
    private static final int EAST = 118;

    @Inject
    private StoredPosts stored;

    @Inject
    private Sql sql;

    @Inject
    private Event<AuditedEvent> trail;

    /** Empty where they are not known. */
    @Requires(Permission.KEEP_POSTS)
    public String at(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT IFNULL(CONCAT(lat, ', ', lon), '') FROM verification_post WHERE id = ?",
                        row -> row.getString(1),
                        post(actor, id))
                .orElseThrow(NotFound::new);
    }

    /** @param typed latitude and longitude in degrees; empty where they are not to be known */
    @Requires(Permission.KEEP_POSTS)
    public void put(Actor actor, PublicId id, String typed) {
        long post = post(actor, id);
        if (typed.isBlank()) {
            sql.update("UPDATE verification_post SET lat = NULL, lon = NULL WHERE id = ?", post);
        } else {
            Matcher written = WRITTEN.matcher(typed.replaceFirst(",(?=\\S)", ", "));
            if (!written.matches()) {
                throw new RuleViolation("verification.post-place-wrong");
            }
            BigDecimal lat = new BigDecimal(written.group(1));
            BigDecimal lon = new BigDecimal(written.group(2));
            if (!isBetween(SOUTH, lat, NORTH) || !isBetween(WEST, lon, EAST)) {
                throw new RuleViolation("verification.post-place-wrong");
            }
            sql.update("UPDATE verification_post SET lat = ?, lon = ? WHERE id = ?", lat, lon, post);
        }
        trail.fire(new Posts.PostChanged(actor.accountId(), "verification.post-placed", id, Map.of()));
    }

    private static boolean isBetween(int least, BigDecimal degrees, int most) {
        return degrees.compareTo(BigDecimal.valueOf(least)) >= 0 && degrees.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private long post(Actor actor, PublicId id) {
        return stored.find(actor.agencyId(), id).orElseThrow(NotFound::new).number();
    }
}
