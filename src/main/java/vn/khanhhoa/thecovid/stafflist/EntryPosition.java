package vn.khanhhoa.thecovid.stafflist;

/** Where an entry stands: the state that everybody sees and, of a pending one, the stage at its agency. */
public enum EntryPosition {
    WAITING(EntryState.WAITING, Stage.OPEN),
    /** In the queue of its agency. */
    QUEUED(EntryState.PENDING, Stage.OPEN),
    PROPOSED(EntryState.PENDING, Stage.PROPOSED),
    HELD(EntryState.PENDING, Stage.HELD),
    RETURNED(EntryState.RETURNED, Stage.OPEN),
    APPROVED(EntryState.APPROVED, Stage.OPEN),
    REFUSED(EntryState.REFUSED, Stage.OPEN),
    WITHDRAWN(EntryState.WITHDRAWN, Stage.OPEN),
    ENDED(EntryState.ENDED, Stage.OPEN);

    private final EntryState state;
    private final Stage stage;

    EntryPosition(EntryState state, Stage stage) {
        this.state = state;
        this.stage = stage;
    }

    public static EntryPosition of(EntryState state, Stage stage) {
        for (EntryPosition position : values()) {
            if (position.state == state && (position.stage == stage || state != EntryState.PENDING)) {
                return position;
            }
        }
        throw new IllegalArgumentException(state + " " + stage);
    }

    public EntryState state() {
        return state;
    }

    public Stage stage() {
        return stage;
    }
}
