package vn.khanhhoa.thecovid.registry.web;

/** The parts of the catalogue, as pages show them one at a time. */
public enum CatalogueKind {
    AGENCIES,
    AREAS,
    ZONES,
    SECTORS,
    TYPES,
    ACTIVITIES,
    ROUTING
}
