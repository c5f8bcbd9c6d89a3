package vn.khanhhoa.thecovid.audit;

import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** Something that nobody but the tests of the trail do. */
record Happened(String subjectId) implements AuditedEvent {
    @Override
    public long actorId() {
        return 42;
    }

    @Override
    public String action() {
        return "test.happened";
    }

    @Override
    public String subjectKind() {
        return "test";
    }
}
