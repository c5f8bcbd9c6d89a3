package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.Holder;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What entries amend, and what amends them. */
@UseCase
public class Amendments {
    /**
     * A cell that says something else after the amendment.
     *
     * @param before none where it was empty, as {@code after} is none where it becomes empty
     * @param hidden whether the masks hide the difference
     */
    public record Change(
            String labelVi,
            String labelEn,
            EntryView.@Nullable Cell before,
            EntryView.@Nullable Cell after,
            boolean hidden) {}

    /** What of a person is another: by two of the three an entry may be somebody else's by now. */
    public record OtherPerson(boolean number, boolean name, boolean birthYear) {
        static final OtherPerson NOBODY = new OtherPerson(false, false, false);

        static OtherPerson of(EntryViews.Said before, EntryViews.Said now) {
            return new OtherPerson(
                    before.personId() != now.personId(),
                    !NameWords.alike(before.name()).equals(NameWords.alike(now.name())),
                    before.birthYear() != now.birthYear());
        }

        public boolean any() {
            return number || name || birthYear;
        }

        public boolean likely() {
            return (number ? 1 : 0) + (name ? 1 : 0) + (birthYear ? 1 : 0) > 1;
        }
    }

    /**
     * What the sender of an entry has changed since an agency may have seen it.
     *
     * @param returned whether it is since the agency returned it, or else since it was first sent
     * @param sentAt when what it was before was sent
     * @param other what of the person is another since then
     * @param otherThanFirst what of the person is another than when it was first sent
     */
    public record Since(
            boolean returned, Instant sentAt, List<Change> changes, OtherPerson other, OtherPerson otherThanFirst) {}

    /**
     * Where an entry stands among its amendments.
     *
     * @param amended what it amends
     * @param changes what would be, or was, different; empty for a leave
     * @param other what of the person would be another than that of the amended
     * @param by the amendment of this entry that is open, or that ended it
     */
    public record Chain(
            @Nullable EntryView amended,
            List<Change> changes,
            OtherPerson other,
            @Nullable EntryView by) {}

    @Inject
    private EntryReading reading;

    @Inject
    private People people;

    @Inject
    private EntryViews views;

    @Requires(Permission.KEEP_OWN_LISTS)
    public Chain own(Actor actor, PublicId id) {
        return chain(reading.own(actor, id));
    }

    @Requires(Permission.REVIEW_ENTRIES)
    public Chain forReview(Actor actor, EntryView entry) {
        actor.requireAgency(entry.agencyId());
        return chain(entry);
    }

    private Chain chain(EntryView entry) {
        EntryView amended = Optional.ofNullable(entry.amendedId())
                .flatMap(id -> views.first("e.public_id = ?", id))
                .orElse(null);
        EntryView by = views.first(
                        "e.amends_id = ? AND e.state IN ('WAITING', 'PENDING', 'RETURNED', 'APPROVED', 'ENDED')"
                                + " ORDER BY e.id DESC",
                        entry.entryId())
                .orElse(null);
        if (amended == null || entry.kind() != EntryKind.CHANGE) {
            return new Chain(amended, List.of(), OtherPerson.NOBODY, by);
        }
        return new Chain(
                amended,
                changes(views.raw(amended.entryId()), amended.cells(), entry),
                OtherPerson.of(EntryViews.Said.of(amended), EntryViews.Said.of(entry)),
                by);
    }

    /** For reviewers: what the sender has changed since the entry was returned or, where it was not, since it was first sent. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<Since> since(Actor actor, EntryView entry) {
        actor.requireAgency(entry.agencyId());
        return views.before(entry)
                .map(before -> new Since(
                        before.returned(),
                        before.sentAt(),
                        changes(before.raw(), before.cells(), entry),
                        OtherPerson.of(before.said(), EntryViews.Said.of(entry)),
                        OtherPerson.of(before.first(), EntryViews.Said.of(entry))));
    }

    private List<Change> changes(Map<String, String> rawBefore, List<EntryView.Cell> before, EntryView after) {
        Map<String, String> rawAfter = views.raw(after.entryId());
        Map<String, EntryView.Cell> old = byKey(before);
        Map<String, EntryView.Cell> now = byKey(after.cells());
        Map<String, EntryView.Cell> all = new LinkedHashMap<>(now);
        old.forEach(all::putIfAbsent);
        List<Change> changes = new ArrayList<>();
        all.forEach((key, cell) -> {
            EntryView.Cell oldCell = old.get(key);
            EntryView.Cell newCell = now.get(key);
            boolean looksSame = text(oldCell).equals(text(newCell));
            boolean isSame = rawBefore.getOrDefault(key, "").equals(rawAfter.getOrDefault(key, ""));
            boolean isHidden = looksSame && text(newCell).startsWith("•");
            if (!isSame && (!looksSame || isHidden)) {
                changes.add(new Change(cell.labelVi(), cell.labelEn(), oldCell, newCell, isHidden));
            }
        });
        return changes;
    }

    private static String text(EntryView.@Nullable Cell cell) {
        return cell == null ? "" : cell.text();
    }

    private static Map<String, EntryView.Cell> byKey(List<EntryView.Cell> of) {
        Map<String, EntryView.Cell> cells = new LinkedHashMap<>();
        of.forEach(cell -> cells.put(cell.key(), cell));
        return cells;
    }

    /**
     * The birth year that the person of the document was entered with first; to be cleared up where it differs. For reviewers
     * only: whoever may enter anybody could otherwise ask the portal for the year of anybody.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public int knownBirthYear(Actor actor, EntryView entry) {
        Holder holder = people.holders(List.of(entry.personId())).get(entry.personId());
        return holder == null ? entry.birthYear() : holder.birthYear();
    }

    /** For {@code citizen}: the newest entry of the same person that came of this one, itself if none did. */
    @Requires(Permission.ANYONE)
    public EntryView newestOf(EntryView entry) {
        EntryView newest = entry;
        while (newest.state() == EntryState.ENDED) {
            Optional<EntryView> next = views.first(
                    "e.amends_id = ? AND e.kind = 'CHANGE' AND (e.state IN ('APPROVED', 'ENDED') OR e.reopened) AND e.person_id = ?",
                    newest.entryId(),
                    newest.personId());
            if (next.isEmpty()) {
                break;
            }
            newest = next.get();
        }
        return newest;
    }

    /** For {@code citizen}: whether the person has left, and was not only given another entry. */
    @Requires(Permission.ANYONE)
    public boolean hasLeft(EntryView entry) {
        return entry.state() == EntryState.ENDED
                && views.first(
                                "e.amends_id = ? AND e.kind = 'CHANGE' AND (e.state IN ('APPROVED', 'ENDED') OR e.reopened)",
                                entry.entryId())
                        .isEmpty();
    }
}
