package vn.khanhhoa.thecovid.stafflist;

/** What submitting a line asks for. */
public enum RowIntent {
    NEW,
    /** Of an approved entry. */
    CHANGE,
    /** The person leaves: the approved entry is to end. */
    LEAVE;

    /** What a line that is changed stands for, by what has become of its entry. */
    static RowIntent of(EntryState entry) {
        return entry == EntryState.APPROVED ? CHANGE : NEW;
    }
}
