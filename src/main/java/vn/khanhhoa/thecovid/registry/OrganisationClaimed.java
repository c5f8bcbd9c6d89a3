package vn.khanhhoa.thecovid.registry;

/**
 * Somebody says that they are an organisation that is registered already, which is to hear of it.
 *
 * @param agencyId that looks into it
 * @param accepted whether it has let them in
 */
public record OrganisationClaimed(long organisationId, long agencyId, boolean accepted) {}
