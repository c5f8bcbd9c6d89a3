package vn.khanhhoa.thecovid.stafflist;

/**
 * How an entry stands when its line comes again.
 *
 * @param amendsId 0 where it amends none
 * @param key of the person's document
 */
record Standing(
        long entryId,
        EntryKind kind,
        EntryState state,
        long amendsId,
        byte[] key,
        int generation,
        EntryContent content) {
    EntryPosition position() {
        return EntryPosition.of(state, Stage.OPEN);
    }

    /** Approved, so that there is something to amend; an approved leave is none. */
    boolean isInForce() {
        return state == EntryState.APPROVED && kind != EntryKind.LEAVE;
    }
}
