package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;

/** Open entries were taken back by their organisation. */
public record EntriesWithdrawn(List<Long> entryIds, Actor actor) {}
