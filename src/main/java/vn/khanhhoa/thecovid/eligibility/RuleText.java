package vn.khanhhoa.thecovid.eligibility;

/**
 * A table as it is stored: whole, as its file, right or wrong.
 *
 * @param document number of the document that it is to equal, empty for not known yet
 */
record RuleText(String code, String nameVi, String nameEn, String document, String text) {}
