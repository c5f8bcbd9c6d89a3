package vn.khanhhoa.thecovid.registry;

import java.util.Optional;

/**
 * An area that is no more.
 *
 * @param successor the one in force instead, if that is recorded
 */
public record FormerArea(AreaView area, Optional<AreaView> successor) {}
