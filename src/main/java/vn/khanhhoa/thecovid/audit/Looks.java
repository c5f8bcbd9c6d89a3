package vn.khanhhoa.thecovid.audit;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Which agencies looked at a person's data, as the trail has it; who it was there is not told. */
@UseCase
public class Looks {
    private static final Pattern AGENCY = Pattern.compile("\\bagency=(\\d{1,18})\\b");
    private static final int MOST = 200;

    /** @param action as on the trail: {@code review.looked}, {@code review.numbers-shown}, {@code card.looked} and the like */
    public record Look(Instant at, String action, long agencyId) {}

    @Inject
    private Sql sql;

    /** The latest first. For {@code citizen}, of entries and cards that were shown to be the person's own. */
    @Requires(Permission.ANYONE)
    public List<Look> at(List<PublicId> own) {
        List<Look> looks = new ArrayList<>();
        if (own.isEmpty()) {
            return looks;
        }
        sql
                .list(
                        "SELECT recorded_at, action, details FROM audit_record WHERE subject_kind IN ('entry', 'card') AND"
                                + " subject_id IN (" + Sql.marks(own.size()) + ") AND action IN ('review.looked',"
                                + " 'review.numbers-shown', 'review.level-shown', 'review.decided', 'card.looked',"
                                + " 'verification.card-found', 'verification.details-shown') ORDER BY id DESC LIMIT "
                                + MOST,
                        row -> {
                            Matcher agency = AGENCY.matcher(row.getString("details"));
                            return new Look(
                                    Objects.requireNonNull(Sql.instant(row, "recorded_at")),
                                    row.getString("action"),
                                    agency.find() ? Long.parseLong(agency.group(1)) : 0);
                        },
                        own.stream().map(PublicId::toString).toArray())
                .stream()
                .filter(look -> look.agencyId() != 0)
                .forEach(looks::add);
        return looks;
    }
}
