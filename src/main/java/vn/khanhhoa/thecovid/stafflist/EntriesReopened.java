package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;

/** Approvals that are looked at again: until that ends, they hold in suspense. Fired in the transaction that reopens them. */
public record EntriesReopened(List<Long> entryIds, Actor actor) {}
