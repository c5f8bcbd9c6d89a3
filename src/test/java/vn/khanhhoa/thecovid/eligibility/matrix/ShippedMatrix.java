package vn.khanhhoa.thecovid.eligibility.matrix;

import java.time.Instant;
import java.util.List;

/** The matrix that a portal begins with, for tests. */
final class ShippedMatrix {
    static final List<Scenario> SCENARIOS = MatrixFile.shippedScenarios();
    static final ConditionMatrix MATRIX =
            MatrixFile.read(MatrixFile.shipped(), SCENARIOS).matrix().orElseThrow();

    private ShippedMatrix() {}

    static ScenarioOrder order(String scenario) {
        return new ScenarioOrder(
                1, scenario, "56", Instant.EPOCH, Instant.MAX, "9696/KH-UBND", Instant.EPOCH, Instant.MAX);
    }
}
