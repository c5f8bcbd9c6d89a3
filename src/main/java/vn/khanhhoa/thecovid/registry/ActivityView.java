package vn.khanhhoa.thecovid.registry;

/** What a card can be asked for. */
public record ActivityView(String code, String nameVi, String nameEn) {}
