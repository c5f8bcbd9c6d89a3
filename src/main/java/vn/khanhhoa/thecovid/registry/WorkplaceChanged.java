package vn.khanhhoa.thecovid.registry;

import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

record WorkplaceChanged(long actorId, String action, PublicId workplace) implements AuditedEvent {
    @Override
    public String subjectKind() {
        return "workplace";
    }

    @Override
    public String subjectId() {
        return workplace.toString();
    }
}
