package vn.khanhhoa.thecovid.stafflist;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Something happened to a list, a file of it or an entry. */
record StaffListEvent(long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
        implements AuditedEvent {
    StaffListEvent(long actorId, String action, String subjectKind, PublicId subject) {
        this(actorId, action, subjectKind, subject.toString(), Map.of());
    }

    StaffListEvent with(String name, Object value) {
        return new StaffListEvent(actorId, action, subjectKind, subjectId, Map.of(name, String.valueOf(value)));
    }
}
