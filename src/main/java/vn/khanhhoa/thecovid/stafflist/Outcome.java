package vn.khanhhoa.thecovid.stafflist;

/** What an agency decides on an entry. */
public enum Outcome {
    APPROVE(EntryAction.APPROVE),
    REFUSE(EntryAction.REFUSE),
    RETURN(EntryAction.RETURN);

    private final EntryAction action;

    Outcome(EntryAction action) {
        this.action = action;
    }

    public EntryState state() {
        return action.to().get(0).state();
    }

    /** By which a verdict takes effect. */
    EntryAction action() {
        return action;
    }

    public boolean needsReason() {
        return this != APPROVE;
    }
}
