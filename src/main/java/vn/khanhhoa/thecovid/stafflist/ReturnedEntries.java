package vn.khanhhoa.thecovid.stafflist;

import vn.khanhhoa.thecovid.shared.PublicId;

/** Entries of a list that wait for the organisation to mend them. */
public record ReturnedEntries(PublicId list, String listName, int entries) {}
