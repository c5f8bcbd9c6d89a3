package vn.khanhhoa.thecovid.registry;

import java.time.Instant;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A submitted version in an agency's list. */
public record RegistrationRow(
        PublicId id,
        String organisationName,
        String typeCode,
        String identifier,
        int number,
        RegistrationState state,
        Instant submittedAt) {}
