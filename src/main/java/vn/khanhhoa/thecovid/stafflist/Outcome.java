package vn.khanhhoa.thecovid.stafflist;

/** What an agency decides on an entry. */
public enum Outcome {
    APPROVE(EntryState.APPROVED),
    REFUSE(EntryState.REFUSED),
    RETURN(EntryState.RETURNED);

    private final EntryState state;

    Outcome(EntryState state) {
        this.state = state;
    }

    public EntryState state() {
        return state;
    }

    public boolean needsReason() {
        return this != APPROVE;
    }
}
