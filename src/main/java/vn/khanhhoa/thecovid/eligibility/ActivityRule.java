package vn.khanhhoa.thecovid.eligibility;

import vn.khanhhoa.thecovid.eligibility.matrix.MatrixCell;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixRow;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;

/** What people may do of one activity in one scenario. */
public record ActivityRule(Scenario scenario, MatrixRow row, MatrixCell cell) {}
