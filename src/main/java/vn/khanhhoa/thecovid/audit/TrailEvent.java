package vn.khanhhoa.thecovid.audit;

import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** Somebody took a part of the trail away or had it checked. */
record TrailEvent(long actorId, String action, String subjectId) implements AuditedEvent {
    @Override
    public String subjectKind() {
        return "trail";
    }
}
