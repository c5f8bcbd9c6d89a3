package vn.khanhhoa.thecovid.stafflist;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.person.NameWords;

/**
 * How an entry stands when its line comes again.
 *
 * @param amendsId 0 where it amends none
 * @param key of the person's document
 * @param first whom it named when it was first sent; none where it was not sent anew since
 */
record Standing(
        long entryId,
        EntryKind kind,
        EntryState state,
        long amendsId,
        byte[] key,
        int generation,
        EntryContent content,
        EntryViews.@Nullable Said first) {
    EntryPosition position() {
        return EntryPosition.of(state, Stage.OPEN);
    }

    /**
     * Whether it would become somebody else's: by another document and another name than it has or than it was first sent
     * with. Either alone is a mistake that is mended; one after the other they are not.
     */
    boolean becomesAnother(long personId, String name) {
        return isAnother(content.personId(), content.name(), personId, name)
                || first != null && isAnother(first.personId(), first.name(), personId, name);
    }

    private static boolean isAnother(long personBefore, String nameBefore, long personNow, String nameNow) {
        return personBefore != personNow && !NameWords.alike(nameBefore).equals(NameWords.alike(nameNow));
    }

    Standing with(EntryViews.@Nullable Said firstSent) {
        return new Standing(entryId, kind, state, amendsId, key, generation, content, firstSent);
    }

    /** Whether an entry for another document in its line takes its place: it came to nothing, or will not. */
    boolean isReplacedBy(byte[] otherKey) {
        return state != EntryState.APPROVED && state != EntryState.ENDED && !Arrays.equals(key, otherKey);
    }

    /** Approved, so that there is something to amend; an approved leave is none. */
    boolean isInForce() {
        return state == EntryState.APPROVED && kind != EntryKind.LEAVE;
    }
}
