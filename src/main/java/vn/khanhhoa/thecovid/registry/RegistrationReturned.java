package vn.khanhhoa.thecovid.registry;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A version of a registration was returned with a reason and the agency's own words, which may be empty. */
public record RegistrationReturned(
        long actorId,
        long organisationId,
        long agencyId,
        PublicId registration,
        int number,
        String reasonCode,
        String text)
        implements AuditedEvent {
    @Override
    public String action() {
        return "registration.returned";
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
        return Map.of("number", String.valueOf(number), "reason", reasonCode);
    }
}
