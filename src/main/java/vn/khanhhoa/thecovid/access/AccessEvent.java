package vn.khanhhoa.thecovid.access;

import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Something happened to an account. */
record AccessEvent(long actorId, String action, PublicId account) implements AuditedEvent {
    @Override
    public String subjectKind() {
        return "account";
    }

    @Override
    public String subjectId() {
        return account.toString();
    }
}
