package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A mode that one officer proposes, until another agrees or either of them closes it. */
public record ModeProposal(
        PublicId id,
        ScenarioPlace place,
        String activity,
        IssueMode mode,
        String document,
        LocalDate documentDay,
        Instant from,
        Instant proposedAt,
        long proposedBy,
        String proposer) {}
