package vn.khanhhoa.thecovid.registry;

import java.time.Instant;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A claim on an identifier, for the agency that looks into it. */
public record ClaimView(
        PublicId id,
        String organisationName,
        String identifier,
        String claimantName,
        String claimantEmail,
        Instant claimedAt) {}
