package vn.khanhhoa.thecovid.access;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Something happened to a program's access. */
record ApiClientEvent(long actorId, String action, PublicId client, Map<String, String> details)
        implements AuditedEvent {
    ApiClientEvent(long actorId, String action, PublicId client) {
        this(actorId, action, client, Map.of());
    }

    @Override
    public String subjectKind() {
        return "api-client";
    }

    @Override
    public String subjectId() {
        return client.toString();
    }
}
