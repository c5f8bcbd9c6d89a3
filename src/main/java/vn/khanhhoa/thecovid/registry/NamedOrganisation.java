package vn.khanhhoa.thecovid.registry;

import vn.khanhhoa.thecovid.shared.PublicId;

/** What a table says of an organisation. @param confirmed whether any version of its registration has been confirmed */
public record NamedOrganisation(long id, PublicId publicId, String name, boolean confirmed) {}
