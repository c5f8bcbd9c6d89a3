package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A simulation in a list. */
public record SimulationSummary(
        PublicId id,
        SimulationKind kind,
        String nameVi,
        String nameEn,
        AreaView place,
        SimulationView.State state,
        Instant startedAt,
        String starter) {}
