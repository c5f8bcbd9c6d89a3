package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;

/** Fired in the transaction of the approval, with some hundreds of entries at most. */
public record EntriesApproved(List<ApprovedEntry> entries, Actor actor) {}
