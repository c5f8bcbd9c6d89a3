package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;

/** Approved entries whose people have left; fired in the transaction that ends them, with some hundreds at most. */
public record EntriesEnded(List<Long> entryIds, Actor actor) {}
