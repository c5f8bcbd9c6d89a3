package vn.khanhhoa.thecovid.registry;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A version of a registration was submitted; number counts the organisation's versions from 1. */
public record RegistrationSubmitted(long actorId, long organisationId, long agencyId, PublicId registration, int number)
        implements AuditedEvent {
    @Override
    public String action() {
        return "registration.submitted";
    }

    @Override
    public String subjectKind() {
        return "registration";
    }

    @Override
    public String subjectId() {
        return registration.toString();
    }

    @Override
    public Map<String, String> details() {
        return Map.of("number", String.valueOf(number), "agency", String.valueOf(agencyId));
    }
}
