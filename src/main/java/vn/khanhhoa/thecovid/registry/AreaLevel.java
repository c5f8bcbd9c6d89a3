package vn.khanhhoa.thecovid.registry;

/** Since 1 July 2025 there are no districts: a commune then lies in the province. */
public enum AreaLevel {
    PROVINCE,
    DISTRICT,
    COMMUNE
}
