package vn.khanhhoa.thecovid.eligibility;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** A scenario was put in force, ended or taken back, or a zone was added or removed. */
record ScenarioChanged(long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
        implements AuditedEvent {}
