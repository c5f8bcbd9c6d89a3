package vn.khanhhoa.thecovid.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that finds no agency, for some of its cases or for all: they go on to the rules after it.
 *
 * @param agency name of the one that the rule names, or its code where there never was one; empty where it names none
 * @param lastDay of that agency; none where there never was one
 * @param areas the largest for which there is no agency of its kind
 * @param everywhere whether there is none of its kind anywhere
 */
public record UnansweredRule(
        RoutingRuleView rule, String agency, @Nullable LocalDate lastDay, List<AreaView> areas, boolean everywhere) {}
