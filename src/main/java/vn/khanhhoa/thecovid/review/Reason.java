package vn.khanhhoa.thecovid.review;

/** A reason of the catalogue: the name is for the agency only, the text goes to the organisation. */
public record Reason(String code, String nameVi, String nameEn, String textVi, String textEn) {}
