package vn.khanhhoa.thecovid.registry;

/** The parts of the catalogue, each with its own table. */
public enum CatalogueKind {
    AGENCIES,
    AREAS,
    ZONES,
    SECTORS,
    TYPES,
    ACTIVITIES,
    ROUTING
}
