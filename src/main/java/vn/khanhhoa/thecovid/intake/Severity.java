package vn.khanhhoa.thecovid.intake;

/** Lỗi or Cảnh báo: a row with an error stays behind, one with warnings may be submitted. */
public enum Severity {
    ERROR,
    WARNING
}
