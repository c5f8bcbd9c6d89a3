package vn.khanhhoa.thecovid.registry;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** A row of the catalogue was added or changed. */
record CatalogueChanged(long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
        implements AuditedEvent {}
