package vn.khanhhoa.thecovid.stafflist;

/**
 * Which pending entries of an agency: by words of the name, by organisation, by list, by activity; 0 and empty mean all.
 */
public record QueueFilter(String name, long organisationId, long listId, String activity) {
    public static final QueueFilter ALL = new QueueFilter("", 0, 0, "");
}
