package vn.khanhhoa.thecovid.access;

import java.time.Instant;
import vn.khanhhoa.thecovid.shared.PublicId;

/** An account as the administrator's list shows it; state is INVITED, ACTIVE or DISABLED. */
public record AccountView(
        PublicId id,
        String email,
        String displayName,
        Role role,
        long organisationId,
        long agencyId,
        String state,
        Instant createdAt) {}
