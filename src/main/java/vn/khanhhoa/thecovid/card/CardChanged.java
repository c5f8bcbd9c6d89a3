package vn.khanhhoa.thecovid.card;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** A card, or the cards of a step of issuing, began or changed. */
record CardChanged(long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
        implements AuditedEvent {}
