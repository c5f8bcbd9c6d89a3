package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixFile;

/** The matrix by which it is answered what people may do somewhere. */
@ApplicationScoped
class MatrixInForce {
    /** @param order that put it in force */
    record Found(ConditionMatrix matrix, RuleOrderView order) {}

    @Inject
    private StoredRules stored;

    /** Empty where none was put in force for the place or one around it. */
    Optional<Found> at(ScenarioPlace place, Instant at, Instant knownBy) {
        return stored.inForce(RuleKind.MATRIX, place.areaId(), at, knownBy)
                .flatMap(order -> MatrixFile.read(
                                stored.text(RuleKind.MATRIX, order.setId()).text(), ScenarioRegister.SCENARIOS)
                        .matrix()
                        .map(matrix -> new Found(matrix, order)));
    }

    /** When another begins or one ends, as far as is known. */
    Optional<Instant> turns(ScenarioPlace place, Instant after, Instant knownBy) {
        return stored.nextTurn(RuleKind.MATRIX, place.areaId(), after, knownBy);
    }
}
