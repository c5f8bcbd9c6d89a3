package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which entries of an agency's queue: by words of the name, by organisation, by list, by activity, by form, by deadline, by who
 * works on them; 0 and empty mean all.
 *
 * @param form code of the template of their lists
 * @param dueBefore past their deadline at that moment
 * @param nearAt warned of, and not past their deadline at that moment
 * @param heldAt when the holder has them
 * @param greenAt found to be green at that moment by the criteria of their place: as it was assessed last, not anew
 */
public record QueueFilter(
        String name,
        long organisationId,
        long listId,
        String activity,
        String form,
        Optional<Instant> dueBefore,
        Optional<Instant> nearAt,
        long holderId,
        Instant heldAt,
        Optional<Instant> greenAt) {
    public static final QueueFilter ALL = new QueueFilter("", 0, 0, "");

    public QueueFilter {
        heldAt = holderId == 0 ? Instant.EPOCH : heldAt;
    }

    public QueueFilter(String name, long organisationId, long listId, String activity) {
        this(
                name,
                organisationId,
                listId,
                activity,
                "",
                Optional.empty(),
                Optional.empty(),
                0,
                Instant.EPOCH,
                Optional.empty());
    }

    /** What somebody works on. */
    public static QueueFilter of(long holderId, Instant moment) {
        return ALL.heldBy(holderId, moment);
    }

    /** What somebody has at a moment: a hold that is over then leaves the entry to all. */
    public QueueFilter heldBy(long holder, Instant moment) {
        return new QueueFilter(
                name, organisationId, listId, activity, form, dueBefore, nearAt, holder, moment, greenAt);
    }

    public QueueFilter ofForm(String code) {
        return new QueueFilter(
                name, organisationId, listId, activity, code, dueBefore, nearAt, holderId, heldAt, greenAt);
    }

    /** All green by the data at that moment. */
    public QueueFilter greenAt(Instant moment) {
        return new QueueFilter(
                name, organisationId, listId, activity, form, dueBefore, nearAt, holderId, heldAt, Optional.of(moment));
    }

    /** What leads to entries besides their names; where another key leads to fewer, it is asked of each of those. */
    List<String> marks() {
        List<String> marks = new ArrayList<>();
        if (!form.isEmpty()) {
            marks.add(QueueWords.form(form));
        }
        if (!activity.isEmpty()) {
            marks.add(QueueWords.activity(activity));
        }
        if (greenAt.isPresent()) {
            marks.add(QueueWords.LEVEL_GREEN);
        }
        return marks;
    }

    /** Whether a key of their own leads to the entries: a list, a deadline, somebody who works on them. */
    boolean isKeyed() {
        return listId != 0 || dueBefore.isPresent() || nearAt.isPresent() || holderId != 0;
    }

    /** Without what is asked of each entry. */
    QueueFilter unchecked() {
        return new QueueFilter(
                name, organisationId, listId, "", "", dueBefore, nearAt, holderId, heldAt, Optional.empty());
    }

    public QueueFilter pastAt(Instant moment) {
        return new QueueFilter(
                name,
                organisationId,
                listId,
                activity,
                form,
                Optional.of(moment),
                Optional.empty(),
                holderId,
                heldAt,
                greenAt);
    }

    public QueueFilter nearAt(Instant moment) {
        return new QueueFilter(
                name,
                organisationId,
                listId,
                activity,
                form,
                Optional.empty(),
                Optional.of(moment),
                holderId,
                heldAt,
                greenAt);
    }
}
