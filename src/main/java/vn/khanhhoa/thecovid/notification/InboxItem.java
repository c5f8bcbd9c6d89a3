package vn.khanhhoa.thecovid.notification;

import java.time.Instant;
import java.util.List;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Something that an account was told: the key of a sentence and what fills its gaps. */
public record InboxItem(PublicId id, String kind, List<String> gaps, Instant toldAt, boolean read) {}
