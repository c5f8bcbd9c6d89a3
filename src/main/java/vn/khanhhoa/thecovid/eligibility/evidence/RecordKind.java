package vn.khanhhoa.thecovid.eligibility.evidence;

/** What a record tells of. */
public enum RecordKind {
    DOSE,
    TEST,
    RECOVERY
}
